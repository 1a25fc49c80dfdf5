package net.coreserver.agent;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * The text of an IP address in the canonical form of RFC 6991, which for IPv6 is that of RFC 5952: lower case, no
 * leading zeros, the longest run of zero groups as {@code ::}. Never with a zone.
 */
final class IpText {

    private static final int GROUPS = 8;

    private IpText() {}

    static String of(InetAddress address) {
        if (address instanceof Inet4Address) {
            return address.getHostAddress();
        }
        byte[] octets = address.getAddress();
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (octets[2 * i] & 0xff) << 8 | (octets[2 * i + 1] & 0xff);
        }
        return text(groups);
    }

    private static String text(int[] groups) {
        int runStart = GROUPS;
        int runLength = 1; // a single zero group is not shortened, RFC 5952 section 4.2.2
        for (int i = 0; i < GROUPS; i++) {
            int length = zerosFrom(groups, i);
            if (length > runLength) { // the first of equals, section 4.2.3
                runStart = i;
                runLength = length;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == runStart) {
                text.append("::");
                i += runLength - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    private static int zerosFrom(int[] groups, int start) {
        int end = start;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - start;
    }
}
