package org.natter.ids;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/**
 * The id types of a service: records with one {@code String} component that are plain strings in JSON, in MongoDB and in paths.
 *
 * <p>Guarantee: a record that has another shape is refused when the service starts.
 */
public final class TypedIds {

    private final List<Id<?>> ids;

    private TypedIds(List<Id<?>> ids) {
        this.ids = ids;
    }

    /** The ids of a service, to be declared as a bean. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static TypedIds of(Class<? extends Record>... ids) {
        return new TypedIds(Arrays.stream(ids).<Id<?>>map(Id::of).toList());
    }

    /** Every id type, in the order in which they were named. */
    public List<Id<?>> all() {
        return ids;
    }

    /** One id type: its record's class, and the way between an id and its text. */
    public static final class Id<T extends Record> {

        private final Class<T> type;
        private final Constructor<T> constructor;
        private final Method accessor;

        private Id(Class<T> type, Constructor<T> constructor, Method accessor) {
            this.type = type;
            this.constructor = constructor;
            this.accessor = accessor;
        }

        static <T extends Record> Id<T> of(Class<T> type) {
            var components = type.getRecordComponents();
            if (components.length != 1 || components[0].getType() != String.class) {
                throw new IllegalArgumentException(type.getName() + " is no record with one String component");
            }
            try {
                var constructor = type.getDeclaredConstructor(String.class);
                var accessor = components[0].getAccessor();
                constructor.setAccessible(true);
                accessor.setAccessible(true);
                return new Id<>(type, constructor, accessor);
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException(type.getName() + " has no canonical constructor", e);
            }
        }

        /** The id's class. */
        public Class<T> type() {
            return type;
        }

        /** The id of a text. @throws IllegalArgumentException if it is no such id; the message does not quote it */
        public T read(String value) {
            try {
                return constructor.newInstance(value);
            } catch (InvocationTargetException e) {
                throw new IllegalArgumentException("No " + type.getSimpleName(), e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The text of an id of this class. */
        public String write(Object id) {
            try {
                return (String) accessor.invoke(id);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
