package dev.vignette.server.http.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The scope a caller needs for a route below {@code /v1}. A route without one serves nobody. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {

    /** The scope. */
    Scope value();

    /** Whether a signature in the address may stand in for a key; the route checks it. */
    boolean orSignature() default false;
}
