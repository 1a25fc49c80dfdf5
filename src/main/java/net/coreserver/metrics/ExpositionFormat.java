package net.coreserver.metrics;

/** How metrics are written. */
public enum ExpositionFormat {
    /** The text format of Prometheus, which everything reads that reads metrics. */
    CLASSIC("text/plain", "text/plain; version=0.0.4; charset=utf-8"),
    /** OpenMetrics. */
    OPEN_METRICS("application/openmetrics-text", "application/openmetrics-text; version=1.0.0; charset=utf-8");

    private final String mediaType;
    private final String contentType;

    ExpositionFormat(String mediaType, String contentType) {
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    /** {@return the media type, without parameters} */
    public String mediaType() {
        return mediaType;
    }

    /** {@return the media type with version and charset} */
    public String contentType() {
        return contentType;
    }
}
