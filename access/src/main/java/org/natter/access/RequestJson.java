package org.natter.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads requests as their description has them: a text is a text and a number a number, nothing is made into something else,
 * and a time or a zone is one of {@link Texts}. Messages are read elsewhere.
 */
final class RequestJson {

    private RequestJson() {}

    static JsonMapper of(JsonMapper application) {
        return application
                .rebuild()
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfigDefaults(all -> all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts -> texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert))
                .addModule(new SimpleModule("natter-requests")
                        .addDeserializer(Integer.class, new WholeNumber())
                        .addDeserializer(Instant.class, text(Texts::instant))
                        .addDeserializer(LocalDateTime.class, text(Texts::wallTime))
                        .addDeserializer(LocalDate.class, text(Texts::date))
                        .addDeserializer(ZoneId.class, text(ZoneId::of)))
                .build();
    }

    private static <T> ValueDeserializer<T> text(Function<String, T> read) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                if (json.currentToken() != JsonToken.VALUE_STRING) {
                    return context.reportInputMismatch(this, "not a text");
                }
                try {
                    return read.apply(json.getString());
                } catch (DateTimeException none) {
                    return context.reportInputMismatch(this, "not of its form");
                }
            }
        };
    }

    /** A whole number however it is written: 4.0 is one and 4.5 is none. */
    private static final class WholeNumber extends ValueDeserializer<Integer> {

        @Override
        public Integer deserialize(JsonParser json, DeserializationContext context) {
            if (!json.currentToken().isNumeric()) {
                return context.reportInputMismatch(this, "not a number");
            }
            try {
                return json.getDecimalValue().intValueExact();
            } catch (ArithmeticException otherNumber) {
                return context.reportInputMismatch(this, "not a whole number of this size");
            }
        }
    }
}
