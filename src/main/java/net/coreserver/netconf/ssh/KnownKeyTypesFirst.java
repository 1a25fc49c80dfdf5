package net.coreserver.netconf.ssh;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.Signature;

/**
 * Asks a server first for a host key of a type that is known for it. A server with several keys would else show one that
 * is not known, and look like another.
 */
final class KnownKeyTypesFirst implements SessionListener {

    @Override
    public void sessionCreated(Session session) {
        if (!(session instanceof ClientSession client)) {
            return;
        }
        Set<String> known = HostKeyCheck.of(client).knownKeyTypes();
        List<NamedFactory<Signature>> reordered = session.getSignatureFactories().stream()
                .sorted(Comparator.comparing(
                        signature -> !known.contains(KeyUtils.getCanonicalKeyType(signature.getName()))))
                .toList();
        session.setSignatureFactories(reordered);
    }
}
