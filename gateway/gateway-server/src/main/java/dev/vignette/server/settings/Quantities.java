package dev.vignette.server.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How durations, sizes and days are read. */
final class Quantities extends SimpleModule {
    private static final long serialVersionUID = 1L;

    Quantities() {
        read(Duration.class, DurationText::parse);
        read(ByteSize.class, ByteSize::parse);
        read(ImageLife.class, ImageLife::parse);
        read(LocalDate.class, LocalDate::parse);
    }

    private <T> void read(Class<T> type, Function<String, T> parse) {
        addDeserializer(type, new FromText<>(type, parse));
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked") // a handler answers null or this very type
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                return parse.apply(parser.getText().strip());
            } catch (IllegalArgumentException | DateTimeException _) {
                return (T) context.handleWeirdStringValue(handledType(), parser.getText(), "");
            }
        }
    }
}
