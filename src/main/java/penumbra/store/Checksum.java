package penumbra.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import penumbra.geometry.Box;
import penumbra.model.BlindLook;
import penumbra.model.Keypoint;
import penumbra.model.LabelClass;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

/// The first 64 bits of the SHA-256 of a content, bit for bit: numbers big-endian, doubles by their
/// bits, texts as UTF-8 behind their length. SQLite notices damage to its pages, not to the values
/// in them; this notices those.
final class Checksum {

    private final MessageDigest digest;
    private final ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);

    Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    long of(LabelledImage image) {
        digest.reset();
        put(image.id());
        put(image.path());
        put(image.size().width());
        put(image.size().height());
        put(image.state().ordinal());
        put(image.note());
        put(image.targets().size());
        image.targets().forEach(this::put);
        return result();
    }

    long of(Schema schema) {
        digest.reset();
        put(schema.keypointCount());
        for (int i = 0; i < schema.keypointCount(); i++) {
            put(schema.keypoints().get(i));
            put(schema.flip().get(i));
            put(schema.oksSigmas().get(i));
        }
        put(schema.edges().size());
        for (Schema.Edge edge : schema.edges()) {
            put(edge.from());
            put(edge.to());
        }
        put(schema.classes().size());
        for (LabelClass c : schema.classes()) {
            put(c.name());
            put(c.colour());
        }
        // A schema without measured noise keeps the checksum that older files have for it.
        schema.noise().ifPresent(noise -> put(NoiseJson.write(noise)));
        return result();
    }

    long of(BlindLook look) {
        digest.reset();
        put(look.id().getMostSignificantBits());
        put(look.id().getLeastSignificantBits());
        put(look.imageId());
        put(look.time().toString());
        put(look.first());
        put(look.second());
        return result();
    }

    long of(Journal.Row row) {
        digest.reset();
        put(row.seq());
        put(row.time());
        put(row.annotator());
        put(row.label());
        for (Object value : new Object[] {row.picture(), row.before(), row.after()}) {
            put(value == null ? 0 : 1);
            if (value != null) {
                put(value.toString());
            }
        }
        return result();
    }

    private void put(Target target) {
        put(target.id().getMostSignificantBits());
        put(target.id().getLeastSignificantBits());
        put(target.classIndex());
        put(target.annotator());
        put(target.box().isPresent() ? 1 : 0);
        if (target.box().isPresent()) {
            Box box = target.box().get();
            put(box.x());
            put(box.y());
            put(box.width());
            put(box.height());
        }
        put(target.keypoints().size());
        for (Keypoint k : target.keypoints()) {
            put(k.at().x());
            put(k.at().y());
            put(k.visibility().code());
        }
    }

    /// @throws IllegalArgumentException if the text holds half a surrogate pair, which no file can
    private void put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!new String(bytes, StandardCharsets.UTF_8).equals(text)) {
            throw new IllegalArgumentException("a text holds half a character: " + text);
        }
        put(bytes.length);
        digest.update(bytes);
    }

    private void put(double value) {
        put(Double.doubleToRawLongBits(value));
    }

    private void put(long value) {
        digest.update(eight.clear().putLong(value).flip());
    }

    private long result() {
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
