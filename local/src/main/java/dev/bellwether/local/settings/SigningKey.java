package dev.bellwether.local.settings;

import dev.bellwether.local.home.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The RSA key of 2048 bits with which this data folder signs its tokens.
 *
 * @param publicFile the other half, PEM, for those who check the tokens
 */
public record SigningKey(PrivateKey key, Path publicFile) {

    private static final String PRIVATE = "PRIVATE KEY";

    static SigningKey in(Path folder) throws IOException {
        Path privateFile = folder.resolve("signing-key.pem");
        Path publicFile = folder.resolve("signing-key.pub.pem");
        try {
            if (!Files.exists(privateFile) || !Files.exists(publicFile)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                PrivateFile.write(publicFile, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
                PrivateFile.write(privateFile, pem(PRIVATE, pair.getPrivate().getEncoded()));
            }
            String body = Files.readString(privateFile).replaceAll("-----[A-Z ]+-----|\\s", "");
            PKCS8EncodedKeySpec encoded =
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
            return new SigningKey(KeyFactory.getInstance("RSA").generatePrivate(encoded), publicFile);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot make or read the signing key " + privateFile, e);
        }
    }

    /** The RS256 signature of these characters. */
    byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot sign with " + publicFile, e);
        }
    }

    private static String pem(String what, byte[] encoded) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    @Override
    public String toString() {
        return "SigningKey[" + publicFile + "]";
    }
}
