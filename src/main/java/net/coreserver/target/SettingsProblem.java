package net.coreserver.target;

import java.util.List;

/**
 * What is wrong with the settings of a target. Who reports it adds how the key is spelt where it was said: as a property, a
 * variable, or a member of a JSON object.
 */
public sealed interface SettingsProblem {

    /**
     * What was said is no value of its kind.
     *
     * @param key of what it was said
     * @param rule what would be a value, as the second half of a sentence
     */
    record Invalid(TargetKey key, String rule) implements SettingsProblem {}

    /**
     * A label has a key that it cannot have.
     *
     * @param label the key
     * @param rule what it could be, as the second half of a sentence
     */
    record InvalidLabel(String label, String rule) implements SettingsProblem {}

    /**
     * What every target needs was not said.
     *
     * @param key what is missing
     * @param meaning what it is, as the second half of a sentence
     */
    record Missing(TargetKey key, String meaning) implements SettingsProblem {}

    /**
     * There is nothing to log in with.
     *
     * @param remedies any of these would do
     */
    record NoCredentials(List<TargetKey> remedies) implements SettingsProblem {

        /** Copies the list. */
        public NoCredentials {
            remedies = List.copyOf(remedies);
        }
    }

    /**
     * There is a passphrase, and no private key that it could open.
     *
     * @param remedies any of these would do
     */
    record NoPrivateKey(List<TargetKey> remedies) implements SettingsProblem {

        /** Copies the list. */
        public NoPrivateKey {
            remedies = List.copyOf(remedies);
        }
    }

    /**
     * One thing was said in two ways.
     *
     * @param one the first way
     * @param other the second
     * @param meaning what it is that comes from one of them
     */
    record SaidTwice(TargetKey one, TargetKey other, String meaning) implements SettingsProblem {}
}
