/**
 * Brings bought pictures into our store before the providers' links die. {@link
 * dev.vignette.engine.copy.Copier} is the front; a picture's way through the room, walked by {@code
 * PictureWay}, is:
 *
 * <ol>
 *   <li>{@code Downloads} gives each picture a {@code PersistentDownload}, which tries until the
 *       picture is here or hope is gone: {@code Patience} says how long, {@code Renewal} asks the
 *       provider for another link.
 *   <li>{@code Lanes} let in the picture whose link dies first, and keep some room for the urgent.
 *   <li>{@code LinkDownload} tries the links once; a {@code LinkLanding} keeps what a broken try
 *       has brought, so that the next one goes on from there, and gives the lane up when it crawls.
 *   <li>In the {@link dev.vignette.engine.copy.Spool} the picture is safe: nothing is lost from
 *       there, however long the store is away.
 *   <li>{@code PictureUpload} stores it. {@code Elsewhere} finds what others have stored.
 * </ol>
 *
 * <p>Behind it {@code SpoolSweep} and {@link dev.vignette.engine.copy.OrphanSweep} clear away what
 * belongs to nobody.
 */
@NullMarked
package dev.vignette.engine.copy;

import org.jspecify.annotations.NullMarked;
