package net.coreserver.netconf.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import net.coreserver.netconf.Secret;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each form in which a private key comes, made here. */
class PrivateKeyTextTest {

    private static final Secret PASSPHRASE = Secret.of("test passphrase, ü");

    @TempDir
    private Path directory;

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("key"), text);
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    private static KeyPair generate(String type, int bits) throws GeneralSecurityException {
        return KeyUtils.generateKeyPair(type, bits);
    }

    private static String openSsh(KeyPair key, @Nullable OpenSSHKeyEncryptionContext encryption) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", encryption, out);
        return out.toString(StandardCharsets.US_ASCII);
    }

    private static OpenSSHKeyEncryptionContext encryption() throws IOException {
        OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
        encryption.setPassword(PASSPHRASE.reveal());
        encryption.setCipherName("AES");
        encryption.setCipherType("256");
        encryption.setCipherMode("CTR");
        return encryption;
    }

    private static void assertSame(KeyPair read, KeyPair key) {
        assertThat(KeyUtils.getFingerPrint(read.getPublic())).isEqualTo(KeyUtils.getFingerPrint(key.getPublic()));
        assertThat(read.getPrivate()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ssh-ed25519,256",
        "ecdsa-sha2-nistp256,256",
        "ecdsa-sha2-nistp384,384",
        "ecdsa-sha2-nistp521,521",
        "ssh-rsa,2048"
    })
    void theFormatOfOpenSshIsRead(String type, int bits) throws Exception {
        KeyPair key = generate(type, bits);

        assertSame(PrivateKeyText.load(Secret.inFile(write(openSsh(key, null))), null), key);
        assertSame(PrivateKeyText.load(Secret.inFile(write(openSsh(key, encryption()))), PASSPHRASE), key);
    }

    @ParameterizedTest
    @CsvSource({"ssh-ed25519,256", "ecdsa-sha2-nistp256,256", "ecdsa-sha2-nistp521,521", "ssh-rsa,2048"})
    void pkcs8IsRead(String type, int bits) throws Exception {
        KeyPair key = generate(type, bits);
        byte[] der = key.getPrivate().getEncoded();

        assertSame(PrivateKeyText.load(Secret.inFile(write(pem("PRIVATE KEY", der))), null), key);
        assertSame(PrivateKeyText.load(Secret.inFile(write(pem("PRIVATE KEY", der))), PASSPHRASE), key);
        for (String scheme : new String[] {"PBEWithHmacSHA256AndAES_256", "PBEWithHmacSHA1AndAES_128"}) {
            assertSame(PrivateKeyText.load(Secret.inFile(write(encrypted(scheme, der))), PASSPHRASE), key);
        }
    }

    private static String encrypted(String scheme, byte[] der) throws GeneralSecurityException, IOException {
        Cipher cipher = Cipher.getInstance(scheme);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(scheme)
                        .generateSecret(new PBEKeySpec(PASSPHRASE.reveal().toCharArray())));
        ASN1Primitive parameters =
                ASN1Primitive.fromByteArray(cipher.getParameters().getEncoded());
        return pem(
                "ENCRYPTED PRIVATE KEY",
                new EncryptedPrivateKeyInfo(
                                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters),
                                cipher.doFinal(der))
                        .getEncoded());
    }

    @Test
    void pkcs1IsRead() throws Exception {
        KeyPair key = generate("ssh-rsa", 2048);
        byte[] der = PrivateKeyInfo.getInstance(key.getPrivate().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();

        assertSame(PrivateKeyText.load(Secret.inFile(write(pem("RSA PRIVATE KEY", der))), null), key);
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 384, 521})
    void sec1IsRead(int bits) throws Exception {
        KeyPair key = generate("ecdsa-sha2-nistp" + bits, bits);
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getPrivate().getEncoded());
        byte[] der = new ECPrivateKey(
                        bits,
                        ECPrivateKey.getInstance(info.parsePrivateKey()).getKey(),
                        SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded())
                                .getPublicKeyData(),
                        info.getPrivateKeyAlgorithm().getParameters())
                .getEncoded();

        assertSame(PrivateKeyText.load(Secret.inFile(write(pem("EC PRIVATE KEY", der))), null), key);
    }

    @Test
    void aWrongPassphraseIsToldWithTheFileAndWithoutItself() throws Exception {
        KeyPair key = generate("ssh-rsa", 2048);
        String[] files = {
            openSsh(key, encryption()),
            encrypted("PBEWithHmacSHA256AndAES_256", key.getPrivate().getEncoded())
        };
        for (String text : files) {
            Path file = write(text);
            assertThatThrownBy(() -> PrivateKeyText.load(Secret.inFile(file), Secret.of("wrong-test-passphrase")))
                    .isInstanceOf(IOException.class)
                    .hasMessage("The private key in " + file
                            + " cannot be read: the passphrase is wrong, the file damaged,"
                            + " or encrypted in a way that is not known here");
            assertThatThrownBy(() -> PrivateKeyText.load(Secret.inFile(file), null))
                    .isInstanceOf(IOException.class)
                    .hasMessage("The private key in " + file
                            + " cannot be read: it is damaged, or encrypted and no passphrase is given");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----\n",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----\n"
            })
    void aDamagedKeyIsToldWithTheFile(String text) throws IOException {
        Path file = write(text);

        assertThatThrownBy(() -> PrivateKeyText.load(Secret.inFile(file), PASSPHRASE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void whatIsNoKeyFileIsToldSo() throws IOException {
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> PrivateKeyText.load(Secret.inFile(missing), null))
                .hasMessage("The private key in " + missing
                        + " cannot be read: there is no such file, or it is not ours to read");
        Path text = write("some text");
        assertThatThrownBy(() -> PrivateKeyText.load(Secret.inFile(text), null))
                .hasMessage(text + " holds no private key");
        Path large = write("x".repeat(100_000));
        assertThatThrownBy(() -> PrivateKeyText.load(Secret.inFile(large), null))
                .hasMessage(large + " is too large for a private key");
    }
}
