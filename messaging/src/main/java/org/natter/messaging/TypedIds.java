package org.natter.messaging;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/**
 * The id types of a service: records with one {@code String} component that are plain strings in JSON and in MongoDB.
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

    List<Id<?>> all() {
        return ids;
    }

    /** One id type with its constructor and its accessor. */
    record Id<T extends Record>(Class<T> type, Constructor<T> constructor, Method accessor) {

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

        T read(String value) {
            try {
                return constructor.newInstance(value);
            } catch (InvocationTargetException e) {
                throw new IllegalArgumentException("No " + type.getSimpleName(), e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        String write(Object id) {
            try {
                return (String) accessor.invoke(id);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
