package net.coreserver.interfaces;

import java.util.Comparator;

/**
 * Orders names as people do: a run of digits counts as one number, so {@code eth2} comes before {@code eth10}. Names
 * that differ only in leading zeros are told apart by plain text order, so the order is total and consistent with
 * {@code equals}.
 */
public enum NaturalOrder implements Comparator<String> {
    /** The one order. */
    BY_NAME;

    @Override
    public int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            if (isDigit(left.charAt(i)) && isDigit(right.charAt(j))) {
                int leftStart = skipZeros(left, i);
                int rightStart = skipZeros(right, j);
                i = endOfDigits(left, leftStart);
                j = endOfDigits(right, rightStart);
                int difference = Integer.compare(i - leftStart, j - rightStart);
                for (int k = 0; difference == 0 && k < i - leftStart; k++) {
                    difference = Character.compare(left.charAt(leftStart + k), right.charAt(rightStart + k));
                }
                if (difference != 0) {
                    return difference;
                }
            } else {
                int difference = Character.compare(left.charAt(i++), right.charAt(j++));
                if (difference != 0) {
                    return difference;
                }
            }
        }
        int difference = Integer.compare(left.length() - i, right.length() - j);
        return difference != 0 ? difference : left.compareTo(right);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int skipZeros(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
