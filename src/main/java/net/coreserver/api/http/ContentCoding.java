package net.coreserver.api.http;

/** How the octets of an answer are coded. Source: RFC 9110 section 8.4.1. */
enum ContentCoding {
    /** As they are. */
    IDENTITY,
    /** Compressed with gzip. */
    GZIP
}
