package dev.vignette.simulation.check;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.portrait.ContentHash;
import dev.vignette.provider.TaskHandle;
import dev.vignette.simulation.vendor.Job;
import dev.vignette.simulation.vendor.Links;
import dev.vignette.simulation.vendor.Pictures;
import dev.vignette.simulation.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** I10, I11 and I12: an outage of the store is no excuse, for there is room in the spool. */
final class PaidPicturesAreKept implements Invariant {
    /** Whoever could work for that long while links lived had time enough. */
    private static final Duration ENOUGH = Duration.ofMinutes(20);

    @Override
    public String number() {
        return "I10-I12";
    }

    @Override
    public String sentence() {
        return "a paid picture is stored as the provider made it, before its link dies";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        for (Production production : world.rows().allProductions()) {
            for (Picture picture : production.pictures()) {
                job(world, production, picture)
                        .ifPresent(job -> check(world, production, picture, job, broken));
            }
        }
    }

    private static void check(
            World world, Production production, Picture picture, Job job, Consumer<String> broken) {
        switch (picture.state()) {
            case PictureState.Stored stored -> {
                int place = place(production, picture);
                ContentHash made = ContentHash.of(Pictures.of(job.id(), place));
                Optional<ContentHash> kept =
                        world.objects().find(picture.key()).map(ObjectFacts::hash);
                boolean deletedLater = world.restored() > 0 && kept.isEmpty();
                if (!deletedLater
                        && (!kept.equals(Optional.of(made)) || !stored.hash().equals(made))) {
                    broken.accept(picture.key() + " is not what " + job.id() + " made");
                }
            }
            case PictureState.Lost lost -> {
                if (!excused(world, production, picture, job)) {
                    broken.accept(
                            picture.key() + " of " + job.id() + " was lost: " + lost.reason());
                }
            }
            case PictureState.Awaited _ -> broken.accept(picture.key() + " is still awaited");
            case PictureState.Gone _ -> {}
        }
    }

    private static boolean excused(World world, Production production, Picture picture, Job job) {
        boolean deadLink = world.links().diedEarly(Links.to(job, place(production, picture)));
        Duration able = world.health().between(job.fate().endsAt(), job.fate().linksDieAt());
        return deadLink || able.compareTo(ENOUGH) < 0;
    }

    private static int place(Production production, Picture picture) {
        return picture.index() - production.attempt(picture.attempt()).orElseThrow().firstPicture();
    }

    private static Optional<Job> job(World world, Production production, Picture picture) {
        Optional<String> id =
                production
                        .attempt(picture.attempt())
                        .flatMap(Attempt::task)
                        .map(TaskHandle::providerId);
        return world.vendors().stream()
                .flatMap(vendor -> id.flatMap(vendor::job).stream())
                .findFirst();
    }
}
