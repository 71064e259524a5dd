package io.cbs.plan;

import io.cbs.config.SweepConfig;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** A config with one component changed, found by reflection so that no component is forgotten. */
record Mutation(String path, SweepConfig config) {

    static List<Mutation> everyOne(SweepConfig config) {
        List<Mutation> mutations = new ArrayList<>();
        inside("", config, (path, changed) -> mutations.add(new Mutation(path, (SweepConfig) changed)));
        return mutations;
    }

    private interface Sink {
        void accept(String path, Object changed);
    }

    private static void inside(String path, Record parent, Sink sink) {
        RecordComponent[] components = parent.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            int index = i;
            Object value = read(components[i], parent);
            String own = path.isEmpty() ? components[i].getName() : path + "." + components[i].getName();
            change(own, value, (inner, changed) -> sink.accept(inner, with(parent, components, index, changed)));
        }
    }

    private static void change(String path, Object value, Sink sink) {
        if (value instanceof Record nested) {
            inside(path, nested, sink);
        } else if (value instanceof List<?> list) {
            changeList(path, list, changed -> sink.accept(path, changed));
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Record nested) {
                    int index = i;
                    inside(path, nested, (inner, changed) -> sink.accept(inner, replaced(list, index, changed)));
                }
            }
        } else {
            sink.accept(path, other(value));
        }
    }

    /** One element more, and the first changed. */
    private static void changeList(String path, List<?> list, Consumer<Object> sink) {
        List<Object> longer = new ArrayList<>(list);
        longer.add(list.get(0));
        sink.accept(longer);
        if (!(list.get(0) instanceof Record)) {
            sink.accept(replaced(list, 0, other(list.get(0))));
        }
    }

    private static List<Object> replaced(List<?> list, int index, Object element) {
        List<Object> changed = new ArrayList<>(list);
        changed.set(index, element);
        return changed;
    }

    private static Object other(Object value) {
        if (value instanceof Integer number) {
            return number + 1;
        } else if (value instanceof Long number) {
            return number + 1;
        } else if (value instanceof Double number) {
            return Math.nextUp(number);
        } else if (value instanceof String text) {
            return text + "x";
        } else if (value instanceof Enum<?> constant) {
            Object[] all = constant.getDeclaringClass().getEnumConstants();
            return all[(constant.ordinal() + 1) % all.length];
        }
        throw new IllegalArgumentException("no other value known for a " + value.getClass());
    }

    private static Object read(RecordComponent component, Record parent) {
        try {
            return component.getAccessor().invoke(parent);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object with(Record parent, RecordComponent[] components, int index, Object changed) {
        Object[] values = Arrays.stream(components)
                .map(component -> read(component, parent))
                .toArray();
        values[index] = changed;
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return parent.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
