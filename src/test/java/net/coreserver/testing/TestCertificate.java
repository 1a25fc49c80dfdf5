package net.coreserver.testing;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that a server signed itself, made by the JDK's {@code keytool} for one test.
 *
 * @param context what the server speaks TLS with
 * @param authority the certificate, as PEM
 * @param privateKey its private key, as PEM
 */
public record TestCertificate(SSLContext context, Path authority, Path privateKey) {

    private static final char[] PASSWORD = "test-password".toCharArray();

    /** Makes one for a server of an IP address. */
    public static TestCertificate of(Path directory, String address) throws IOException, GeneralSecurityException {
        Path store = directory.resolve("server-" + System.nanoTime() + ".p12");
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA", // GnuTLS does not understand how Java writes a key on a curve
                "-keysize",
                "2048",
                "-dname",
                "CN=a test",
                "-ext",
                "SAN=ip:" + address,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new TestCertificate(
                context,
                pem(directory, "CERTIFICATE", keys.getCertificate("server").getEncoded()),
                pem(directory, "PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded()));
    }

    private static Path pem(Path directory, String kind, byte[] content) throws IOException {
        return Files.writeString(
                Files.createTempFile(directory, "test", ".pem"),
                "-----BEGIN " + kind + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                        + "\n-----END " + kind + "-----\n");
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command[0] + " failed");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IOException(e);
        }
    }
}
