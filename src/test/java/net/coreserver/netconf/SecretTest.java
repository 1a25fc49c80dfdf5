package net.coreserver.netconf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @Test
    void noTextFormShowsTheSecret() {
        Credentials credentials = Credentials.ofPassword("test-user", Secret.of("test-password"));
        assertThat(credentials.toString()).contains("test-user").doesNotContain("test-password");
    }

    @Test
    void aFileIsReadAtEveryUseAndItsLineEndIsNoPartOfTheSecret(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("password");
        Files.writeString(file, "first\n");
        Secret secret = Secret.inFile(file);
        assertThat(secret.reveal()).isEqualTo("first");
        Files.writeString(file, " second \r\n");
        assertThat(secret.reveal()).isEqualTo(" second ");
        assertThat(secret.toString()).doesNotContain("second");
    }

    @Test
    void aFileThatIsGoneIsAnError(@TempDir Path directory) {
        Secret secret = Secret.inFile(directory.resolve("none"));
        assertThatThrownBy(secret::reveal).isInstanceOf(IOException.class);
    }

    @Test
    void whatCannotBeHadSaysWhy() {
        Secret secret = Secret.unreadable("The key of version 2 is missing");

        assertThatThrownBy(secret::reveal)
                .isInstanceOf(IOException.class)
                .hasMessage("The key of version 2 is missing");
        assertThat(secret).hasToString("(secret that cannot be read)");
    }
}
