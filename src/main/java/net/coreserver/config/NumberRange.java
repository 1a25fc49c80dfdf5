package net.coreserver.config;

import net.coreserver.target.InvalidValueException;
import net.coreserver.target.ValueParser;

/**
 * The whole numbers from one to another.
 *
 * @param least the smallest that will do
 * @param most the greatest that will do
 */
record NumberRange(int least, int most) implements ValueParser<Integer> {

    @Override
    public Integer parse(String text) throws InvalidValueException {
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new InvalidValueException("it is a whole number from " + this);
    }

    @Override
    public String toString() {
        return least + " to " + most;
    }
}
