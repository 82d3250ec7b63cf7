/**
 * The goals of the Maven plugin, and the same as a program: {@link
 * io.github.rossumext.maven.RossumCommand}. A goal collects what it needs in a {@link
 * io.github.rossumext.maven.project.Project} and passes it on. Only the classes that are named
 * {@code …Mojo} know Maven.
 */
@NullMarked
package io.github.rossumext.maven;

import org.jspecify.annotations.NullMarked;
