package dev.bellwether.benchmarks.channel;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;

/** What a container would find: one bean or none, whatever it is asked for. */
record Only<T>(List<T> found) implements Instance<T> {

    static <T> Only<T> none() {
        return new Only<>(List.of());
    }

    static <T> Only<T> of(T bean) {
        return new Only<>(List.of(bean));
    }

    @Override
    public T get() {
        return found.getFirst();
    }

    @Override
    public Iterator<T> iterator() {
        return found.iterator();
    }

    @Override
    public Instance<T> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    @SuppressWarnings("unchecked") // there is nothing else
    public <U extends T> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
        return (Instance<U>) this;
    }

    @Override
    @SuppressWarnings("unchecked") // there is nothing else
    public <U extends T> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        return (Instance<U>) this;
    }

    @Override
    public boolean isUnsatisfied() {
        return found.isEmpty();
    }

    @Override
    public boolean isAmbiguous() {
        return false;
    }

    @Override
    public void destroy(T bean) {
        // it ends with the process
    }

    @Override
    public Handle<T> getHandle() {
        throw new UnsupportedOperationException("nothing here has a life cycle");
    }

    @Override
    public Iterable<? extends Handle<T>> handles() {
        return List.of();
    }
}
