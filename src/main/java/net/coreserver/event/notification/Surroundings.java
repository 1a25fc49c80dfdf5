package net.coreserver.event.notification;

import java.time.InstantSource;
import net.coreserver.event.EventRecorder;

/**
 * What all subscriptions share.
 *
 * @param recorder knows what was heard before
 * @param receiver takes what is heard
 * @param events tells what becomes of the subscriptions
 * @param clock tells the time
 * @param pace how soon what failed is tried again
 */
record Surroundings(
        EventRecorder recorder,
        NotificationReceiver receiver,
        SubscriptionEvents events,
        InstantSource clock,
        Pace pace) {}
