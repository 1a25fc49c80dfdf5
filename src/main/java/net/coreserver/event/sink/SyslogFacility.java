package net.coreserver.event.sink;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where syslog messages claim to come from, in the order of RFC 5424 section 6.2.1, with the names of syslog.conf. */
public enum SyslogFacility {
    /** The number 0. */
    KERN(0),
    /** The number 1. */
    USER(1),
    /** The number 2. */
    MAIL(2),
    /** The number 3. */
    DAEMON(3),
    /** The number 4. */
    AUTH(4),
    /** The number 5. */
    SYSLOG(5),
    /** The number 6. */
    LPR(6),
    /** The number 7. */
    NEWS(7),
    /** The number 8. */
    UUCP(8),
    /** The number 9. */
    CRON(9),
    /** The number 10. */
    AUTHPRIV(10),
    /** The number 11. */
    FTP(11),
    /** The number 12. */
    NTP(12),
    /** The number 13. */
    AUDIT(13),
    /** The number 14. */
    ALERT(14),
    /** The number 15. */
    CLOCK(15),
    /** The number 16. */
    LOCAL0(16),
    /** The number 17. */
    LOCAL1(17),
    /** The number 18. */
    LOCAL2(18),
    /** The number 19. */
    LOCAL3(19),
    /** The number 20. */
    LOCAL4(20),
    /** The number 21. */
    LOCAL5(21),
    /** The number 22. */
    LOCAL6(22),
    /** The number 23. */
    LOCAL7(23);

    private final int code;

    SyslogFacility(int code) {
        this.code = code;
    }

    /** {@return the facility in the spelling of the configuration} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return its number} */
    int code() {
        return code;
    }

    /**
     * Finds a facility.
     *
     * @param word its spelling
     * @return it; empty when there is none of that spelling
     */
    public static Optional<SyslogFacility> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
