package dev.vignette.portrait;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be made, normalised: everything that decides how the pictures come out and who may
 * make them, and nothing else.
 *
 * @param kind the kind of picture
 * @param photo the reference photo
 * @param count how many pictures, 1 to 13
 * @param style how they should look, defaults of the kind filled in
 * @param asked the members the caller set himself; only these count for fit
 * @param onMisfit which providers may serve what they cannot honour in full
 * @param providers the providers the caller allows; empty means all of the route
 */
public record PortraitRequest(
        Kind kind,
        Photo photo,
        int count,
        Style style,
        Set<Member> asked,
        OnMisfit onMisfit,
        List<String> providers) {

    public PortraitRequest {
        asked = Set.copyOf(asked);
        providers = List.copyOf(providers);
        if (count < 1) {
            throw new IllegalArgumentException("a request wants at least one picture");
        }
    }

    /** Every effective member with its value as the wire writes it, the count among them. */
    public Map<Member, Object> values() {
        Map<Member, Object> values = new EnumMap<>(Member.class);
        values.putAll(style.values());
        values.put(Member.COUNT, count);
        return values;
    }
}
