package net.coreserver.event.sink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Who is trusted to say which server is which, in TLS. */
public final class Authorities {

    private Authorities() {}

    /**
     * Reads authorities.
     *
     * @param file a PEM file with their certificates
     * @return how TLS is spoken when they count, and no others do
     * @throws IOException when the file cannot be read, or has no certificate in it; the message says so
     */
    public static SSLContext in(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(content);
            if (certificates.isEmpty()) {
                throw new IOException("there is no certificate in it");
            }
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                trusted.setCertificateEntry("authority-" + number, certificate);
                number++;
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("it does not hold certificates as PEM", e);
        }
    }

    /** Those of a file, or of the JVM where none is given. */
    static SSLContext inOrStandard(@Nullable Path file) throws IOException {
        try {
            return file == null ? SSLContext.getDefault() : in(file);
        } catch (GeneralSecurityException e) {
            throw new IOException("the JVM knows no authorities", e);
        }
    }
}
