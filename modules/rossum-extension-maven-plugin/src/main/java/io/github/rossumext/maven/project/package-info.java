/**
 * The files of an author's project. {@link io.github.rossumext.maven.project.Project} finds them,
 * {@link io.github.rossumext.maven.project.HookFile} is a hook, and {@link
 * io.github.rossumext.maven.project.Environment} fills its holes.
 */
@NullMarked
package io.github.rossumext.maven.project;

import org.jspecify.annotations.NullMarked;
