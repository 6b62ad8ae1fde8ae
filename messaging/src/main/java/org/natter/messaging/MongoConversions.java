package org.natter.messaging;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.natter.ids.TypedIds;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/**
 * How our values look in MongoDB: typed ids, local dates and times and zones as strings, instants as dates.
 *
 * <p>Guarantee: the machine's time zone plays no part.
 */
final class MongoConversions {

    private MongoConversions() {}

    static MongoCustomConversions with(TypedIds ids) {
        var converters = new ArrayList<Object>();
        addText(converters, LocalDateTime.class, LocalDateTime::parse);
        addText(converters, LocalDate.class, LocalDate::parse);
        addText(converters, LocalTime.class, LocalTime::parse);
        addText(converters, YearMonth.class, YearMonth::parse);
        addText(converters, ZoneId.class, ZoneId::of);
        ids.all().forEach(id -> add(converters, id));
        return new MongoCustomConversions(converters);
    }

    private static <T> void addText(List<Object> converters, Class<T> type, Function<String, T> parse) {
        converters.add(new Write(type, Object::toString));
        converters.add(new Read(type, parse::apply));
    }

    private static <T extends Record> void add(List<Object> converters, TypedIds.Id<T> id) {
        converters.add(new Write(id.type(), id::write));
        converters.add(new Read(id.type(), id::read));
    }

    @WritingConverter
    private record Write(Class<?> type, Function<Object, String> write) implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(type, String.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
            return source == null ? null : write.apply(source);
        }
    }

    @ReadingConverter
    private record Read(Class<?> type, Function<String, Object> read) implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(String.class, type));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
            return source == null ? null : read.apply((String) source);
        }
    }
}
