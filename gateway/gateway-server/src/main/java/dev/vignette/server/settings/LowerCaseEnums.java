package dev.vignette.server.settings;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import dev.vignette.server.http.auth.Scope;
import java.util.Locale;

/** Constant {@code FOO_BAR} is {@code foo_bar} in the file. */
final class LowerCaseEnums extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
        String[] found = super.findEnumValues(config, type, constants, names);
        for (int i = 0; i < constants.length; i++) {
            if (found[i] == null) {
                found[i] = name(constants[i]);
            }
        }
        return found;
    }

    /** The constant's name in the file. */
    static String name(Enum<?> constant) {
        return constant instanceof Scope scope
                ? scope.wireName()
                : constant.name().toLowerCase(Locale.ROOT);
    }
}
