package dev.vignette.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vignette.id.AttemptId;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.ListedJob;
import dev.vignette.provider.ListsJobs;
import dev.vignette.provider.Order;
import dev.vignette.provider.Submission;
import dev.vignette.tck.Orders;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An order whose answer was lost is found in the vendor's list, and what is not there can be relied
 * on not to be.
 */
public interface ListingContract {
    /** How far around an order the list is read. */
    Duration AROUND = Duration.ofSeconds(30);

    /** A vendor with an empty list. */
    ListingVendor vendor();

    /** A valid order. */
    default Order order() {
        return Orders.valid().order();
    }

    @Test
    default void findsAnOrderWhoseAnswerWasCutByTheAttemptInItsLinks() {
        try (ListingVendor vendor = vendor()) {
            ImageProvider adapter = vendor.adapter(Clock.systemUTC());
            vendor.orderElsewhere(2);
            vendor.cutNextAnswer();

            Submission submission = adapter.submit(linked(order()));

            assertThat(submission).isInstanceOf(Submission.Unknown.class);
            assertThat(around(adapter, Instant.now()))
                    .filteredOn(job -> job.mentions().contains(order().attempt()))
                    .singleElement()
                    .satisfies(job -> assertThat(adapter.check(job.task())).isNotNull());
        }
    }

    @Test
    default void findsAnOrderByTheAttemptInTheAddressItIsToCall() {
        try (ListingVendor vendor = vendor()) {
            ImageProvider adapter = vendor.adapter(Clock.systemUTC());
            URI callback = URI.create("http://127.0.0.1:1/hooks/" + order().attempt() + ".mac");

            adapter.submit(Orders.valid().callback(callback).order());

            assertThat(around(adapter, Instant.now()))
                    .singleElement()
                    .satisfies(
                            job -> assertThat(job.mentions()).containsExactly(order().attempt()));
        }
    }

    @Test
    default void findsAnOrderWhoseAnswerWasCutByItsLikeness() {
        try (ListingVendor vendor = vendor()) {
            ImageProvider adapter = vendor.adapter(Clock.systemUTC());
            vendor.orderElsewhere(2);
            vendor.cutNextAnswer();

            adapter.submit(order());

            String likeness = ((ListsJobs) adapter).likeness(order());
            assertThat(around(adapter, Instant.now()))
                    .filteredOn(job -> likeness.equals(job.likeness()))
                    .singleElement()
                    .satisfies(job -> assertThat(job.mentions()).isEmpty());
        }
    }

    @Test
    default void likenessTellsInputsApartAndNothingElse() {
        try (ListingVendor vendor = vendor()) {
            ListsJobs list = (ListsJobs) vendor.adapter(Clock.systemUTC());
            Orders other = Orders.valid().attempt(new AttemptId("att_0000000000000000000000other"));

            String likeness = list.likeness(Orders.valid().order());

            assertThat(list.likeness(other.timeLeft(Duration.ofMinutes(1)).order()))
                    .isEqualTo(likeness);
            assertThat(list.likeness(other.count(1).order())).isNotEqualTo(likeness);
            assertThat(list.likeness(other.photo(Orders.photoOfSize(5000)).order()))
                    .isNotEqualTo(likeness);
            assertThat(list.likeness(linked(Orders.valid().order())))
                    .isEqualTo(list.likeness(linked(other.order())))
                    .isNotEqualTo(likeness);
            assertThat(likeness).hasSizeLessThan(100);
        }
    }

    @Test
    default void readsTheListToItsEnd() {
        try (ListingVendor vendor = vendor()) {
            ImageProvider adapter = vendor.adapter(Clock.systemUTC());

            vendor.orderElsewhere(230);

            assertThat(around(adapter, Instant.now()))
                    .hasSize(230)
                    .extracting(ListedJob::task)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    default void passesOffNoPartOfAListAsTheWhole() {
        try (ListingVendor vendor = vendor()) {
            ListsJobs list = (ListsJobs) vendor.adapter(Clock.systemUTC());
            vendor.orderElsewhere(130);
            vendor.breakLaterPages();
            Instant now = Instant.now();

            ListsJobs.Listing broken = list.list(now.minus(AROUND), now.plus(AROUND));
            ListsJobs.Listing again = list.list(now.minus(AROUND), now.plus(AROUND));

            assertThat(broken)
                    .isInstanceOfSatisfying(
                            ListsJobs.Listing.Broken.class,
                            why -> assertThat(why.failure().detail()).isNotBlank());
            assertThat(again).isInstanceOf(ListsJobs.Listing.Complete.class);
        }
    }

    @Test
    default void showsNothingOfAnotherTime() {
        try (ListingVendor vendor = vendor()) {
            ImageProvider adapter = vendor.adapter(Clock.systemUTC());

            adapter.submit(order());

            assertThat(around(adapter, Instant.now().minus(Duration.ofHours(1)))).isEmpty();
            assertThat(around(adapter, Instant.now().plus(Duration.ofHours(1)))).isEmpty();
        }
    }

    @Test
    default void stillListsWhatHasLostItsInput() {
        try (ListingVendor vendor = vendor()) {
            ImageProvider adapter = vendor.adapter(Clock.systemUTC());
            adapter.submit(order());

            vendor.forgetInputs();

            assertThat(around(adapter, Instant.now()))
                    .singleElement()
                    .satisfies(job -> assertThat(job.likeness()).isNull());
            assertThat(((ListsJobs) adapter).memory()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT10M", "-PT10M", "PT3S", "PT0S"})
    default void correctsForADifferenceOfTheClocks(Duration ahead) {
        try (ListingVendor vendor = vendor()) {
            Clock ours = Clock.offset(Clock.systemUTC(), ahead);
            ImageProvider adapter = vendor.adapter(ours);
            Instant ordered = ours.instant();

            adapter.submit(order());

            assertThat(around(adapter, ours.instant()))
                    .singleElement()
                    .satisfies(job ->
                            assertThat(job.createdAt())
                                    .isCloseTo(ordered, within(5, ChronoUnit.SECONDS)));
        }
    }

    @Test
    default void givesNothingAwayThatMustNotBeTold() {
        try (ListingVendor vendor = vendor();
                CapturedLog log = CapturedLog.capture()) {
            ListsJobs list = (ListsJobs) vendor.adapter(Clock.systemUTC());
            ((ImageProvider) list).submit(order());
            vendor.orderElsewhere(110);
            vendor.breakLaterPages();
            Instant now = Instant.now();

            String said =
                    list.list(now.minus(AROUND), now.plus(AROUND))
                            + " "
                            + list.list(now.minus(AROUND), now.plus(AROUND))
                            + " "
                            + log.text();

            String photo = Base64.getEncoder().encodeToString(order().photo().content().get());
            assertThat(said).doesNotContain(vendor.credential(), photo.substring(0, 60));
        }
    }

    private static List<ListedJob> around(ImageProvider adapter, Instant time) {
        ListsJobs.Listing listing =
                ((ListsJobs) adapter).list(time.minus(AROUND), time.plus(AROUND));
        assertThat(listing).isInstanceOf(ListsJobs.Listing.Complete.class);
        return ((ListsJobs.Listing.Complete) listing).jobs();
    }

    /** Its photo is behind a link that names the attempt; nobody answers there. */
    private static Order linked(Order order) {
        URI link = URI.create("http://127.0.0.1:1/in/" + order.attempt() + ".mac.png");
        return Orders.valid().attempt(order.attempt()).photo(Orders.photoAt(link)).order();
    }
}
