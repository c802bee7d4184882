/**
 * The sandbox kit: what the doubles of all vendors share. A double is a small HTTP server on
 * loopback that answers like its vendor, bills pretended money and draws pictures; each vendor's
 * folder has its own. Here are the server, the faults that can be switched on, the invoice and the
 * links that die.
 *
 * <p>Every double has the same control calls under {@link
 * dev.vignette.sandbox.RunningDouble#controlUrl()}:
 *
 * <pre>
 * GET    /control            what can be called, the faults there are and what is armed
 * POST   /control/faults     {"fault": "throttled", "times": 2}: the next two calls suffer it
 * DELETE /control/faults     disarms everything
 * GET    /control/pace       how long things take
 * PUT    /control/pace       {"picture_millis": 1500, "link_life_seconds": 60}
 * GET    /control/invoice    everything accepted, with attempts, pictures and pretended prices
 * GET    /control/webhooks   how many jobs still have to call, and the calls that were made
 * POST   /control/holds      {"at": "taken", "times": 1}: the next order is kept there: half_read,
 *                            read (and not taken) or taken (and not answered)
 * GET    /control/holds      how many orders are kept, and how many more are to be
 * DELETE /control/holds      lets all of them go on
 * </pre>
 *
 * <p>Times in answers are the double's clock's; the header {@code Date} is always the system's.
 */
@NullMarked
package dev.vignette.sandbox;

import org.jspecify.annotations.NullMarked;
