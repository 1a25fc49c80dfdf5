package net.coreserver.netconf.ssh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.coreserver.netconf.SshAlgorithms;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KexFactoryManager;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.mac.Mac;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;

/**
 * The algorithms that are offered to a server, the preferred ones first. The server takes the first that it knows; RFC
 * 4253 section 7.1.
 *
 * <p>The modern ones are those of OpenSSH 10 that this library has, but for SHA-1, which OpenSSH still offers for MACs.
 * Where OpenSSH puts the strongest first, this puts what costs least: all of them will do.
 */
record AlgorithmOffer(
        List<KeyExchangeFactory> keyExchanges,
        List<NamedFactory<Signature>> signatures,
        List<NamedFactory<Cipher>> ciphers,
        List<NamedFactory<Mac>> macs) {

    private static final List<BuiltinDHFactories> MODERN_KEY_EXCHANGES = List.of(
            BuiltinDHFactories.curve25519,
            BuiltinDHFactories.curve25519_libssh,
            BuiltinDHFactories.ecdhp256,
            BuiltinDHFactories.ecdhp384,
            BuiltinDHFactories.ecdhp521,
            BuiltinDHFactories.mlkem768x25519,
            BuiltinDHFactories.sntrup761x25519,
            BuiltinDHFactories.sntrup761x25519_openssh,
            BuiltinDHFactories.dhg14_256,
            BuiltinDHFactories.dhg16_512,
            BuiltinDHFactories.dhgex256,
            BuiltinDHFactories.dhg18_512);

    @SuppressWarnings("deprecation") // legacy is what this is about
    private static final List<BuiltinDHFactories> LEGACY_KEY_EXCHANGES =
            List.of(BuiltinDHFactories.dhg14, BuiltinDHFactories.dhgex, BuiltinDHFactories.dhg1);

    /** For the server's host key, and for our own key when there is one. */
    private static final List<BuiltinSignatures> MODERN_SIGNATURES = List.of(
            BuiltinSignatures.ed25519,
            BuiltinSignatures.nistp256,
            BuiltinSignatures.nistp384,
            BuiltinSignatures.nistp521,
            BuiltinSignatures.rsaSHA512,
            BuiltinSignatures.rsaSHA256);

    @SuppressWarnings("deprecation") // legacy is what this is about
    private static final List<BuiltinSignatures> LEGACY_SIGNATURES =
            List.of(BuiltinSignatures.rsa, BuiltinSignatures.dsa);

    private static final List<BuiltinCiphers> MODERN_CIPHERS = List.of(
            BuiltinCiphers.aes128gcm,
            BuiltinCiphers.aes256gcm,
            BuiltinCiphers.aes128ctr,
            BuiltinCiphers.aes192ctr,
            BuiltinCiphers.aes256ctr,
            BuiltinCiphers.cc20p1305_openssh);

    @SuppressWarnings("deprecation") // legacy is what this is about
    private static final List<BuiltinCiphers> LEGACY_CIPHERS = List.of(
            BuiltinCiphers.aes128cbc, BuiltinCiphers.aes192cbc, BuiltinCiphers.aes256cbc, BuiltinCiphers.tripledescbc);

    private static final List<BuiltinMacs> MODERN_MACS = List.of(
            BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512etm, BuiltinMacs.hmacsha256, BuiltinMacs.hmacsha512);

    @SuppressWarnings("deprecation") // legacy is what this is about
    private static final List<BuiltinMacs> LEGACY_MACS =
            List.of(BuiltinMacs.hmacsha1etm, BuiltinMacs.hmacsha1, BuiltinMacs.hmacsha196);

    private static final AlgorithmOffer MODERN =
            offer(MODERN_KEY_EXCHANGES, MODERN_SIGNATURES, MODERN_CIPHERS, MODERN_MACS);

    private static final AlgorithmOffer LEGACY = offer(
            joined(MODERN_KEY_EXCHANGES, LEGACY_KEY_EXCHANGES),
            joined(MODERN_SIGNATURES, LEGACY_SIGNATURES),
            joined(MODERN_CIPHERS, LEGACY_CIPHERS),
            joined(MODERN_MACS, LEGACY_MACS));

    static AlgorithmOffer of(SshAlgorithms algorithms) {
        return switch (algorithms) {
            case MODERN -> MODERN;
            case LEGACY -> LEGACY;
        };
    }

    /** Leaves out what the installed cryptography does not have. */
    private static AlgorithmOffer offer(
            List<BuiltinDHFactories> keyExchanges,
            List<BuiltinSignatures> signatures,
            List<BuiltinCiphers> ciphers,
            List<BuiltinMacs> macs) {
        return new AlgorithmOffer(
                List.copyOf(NamedFactory.setUpTransformedFactories(false, keyExchanges, ClientBuilder.DH2KEX)),
                List.copyOf(NamedFactory.setUpBuiltinFactories(false, signatures)),
                List.copyOf(NamedFactory.setUpBuiltinFactories(false, ciphers)),
                List.copyOf(NamedFactory.setUpBuiltinFactories(false, macs)));
    }

    private static <T> List<T> joined(List<T> first, List<T> then) {
        List<T> joined = new ArrayList<>(first);
        joined.addAll(then);
        return joined;
    }

    /**
     * The same offer, which asks a server first for a host key of a type that is known for it: one with several keys would
     * else show one that is not known, and look like another.
     *
     * @param knownKeyTypes the types; empty when any will do
     */
    AlgorithmOffer preferring(Set<String> knownKeyTypes) {
        if (knownKeyTypes.isEmpty()) {
            return this;
        }
        List<NamedFactory<Signature>> reordered = signatures.stream()
                .sorted(Comparator.comparing(
                        signature -> !knownKeyTypes.contains(KeyUtils.getCanonicalKeyType(signature.getName()))))
                .toList();
        return new AlgorithmOffer(keyExchanges, reordered, ciphers, macs);
    }

    void makeOn(KexFactoryManager connection) {
        connection.setKeyExchangeFactories(keyExchanges);
        connection.setSignatureFactories(signatures);
        connection.setCipherFactories(ciphers);
        connection.setMacFactories(macs);
    }

    /** The names of what is offered, as they stand in SSH's messages. */
    String names(KexProposalOption option) {
        return NamedResource.getNames(choices(option));
    }

    /** Those of what is offered that a server offers, too. */
    List<String> inCommon(KexProposalOption option, String offeredByServer) {
        Set<String> theirs = new HashSet<>(Arrays.asList(offeredByServer.split(",", -1)));
        return choices(option).stream()
                .map(NamedResource::getName)
                .filter(theirs::contains)
                .toList();
    }

    private List<? extends NamedResource> choices(KexProposalOption option) {
        return switch (option) {
            case ALGORITHMS -> keyExchanges;
            case SERVERKEYS -> signatures;
            case C2SENC, S2CENC -> ciphers;
            case C2SMAC, S2CMAC -> macs;
            case C2SCOMP, S2CCOMP, C2SLANG, S2CLANG -> List.of(); // left as MINA has them: none
        };
    }
}
