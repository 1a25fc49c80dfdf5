package net.coreserver.monitor;

/**
 * What was agreed with a target at the beginning of a session.
 *
 * @param session the session, which may have ended
 * @param choice how interfaces are asked for over it
 * @param isRemembered whether that was in an earlier run of this service
 */
record Conversation(SessionInfo session, ModelChoice choice, boolean isRemembered) {}
