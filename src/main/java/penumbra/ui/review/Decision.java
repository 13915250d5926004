package penumbra.ui.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import penumbra.text.Texts;
import penumbra.ui.Keymap;
import penumbra.ui.Shortcut;

/// What a person may decide, one key each.
enum Decision {
    /// The network is right.
    TAKE(Optional.empty(), Set.of(Kind.PROPOSALS, Kind.SUSPICIOUS)),
    /// Away with it: a proposal is dismissed, a label deleted.
    REJECT(Optional.of(Shortcut.DELETE), Set.of(Kind.PROPOSALS, Kind.SUSPICIOUS)),
    REVIEWED(Optional.of(Shortcut.REVIEWED), Set.of(Kind.values())),
    FLAGGED(Optional.of(Shortcut.FLAGGED), Set.of(Kind.values())),
    NEXT(Optional.of(Shortcut.NEXT_PICTURE), Set.of(Kind.values())),
    PREVIOUS(Optional.of(Shortcut.PREVIOUS_PICTURE), Set.of(Kind.values()));

    private final Optional<Shortcut> shortcut;
    private final Set<Kind> kinds;

    Decision(Optional<Shortcut> shortcut, Set<Kind> kinds) {
        this.shortcut = shortcut;
        this.kinds = kinds;
    }

    static List<Decision> of(Kind kind) {
        return Arrays.stream(values()).filter(d -> d.kinds.contains(kind)).toList();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The command that it is; empty for Enter, which means what is at hand.
    Optional<Shortcut> shortcut() {
        return shortcut;
    }

    /// What it does with a kind of thing, and the key.
    String label(Kind kind) {
        boolean own = this == TAKE || this == REJECT || this == REVIEWED;
        return Texts.of(
                Decision.class, own ? "decide." + id() + "." + kind.id() : "decide." + id());
    }

    String key(Keymap keymap) {
        return shortcut.map(keymap::text).orElse("Enter");
    }
}
