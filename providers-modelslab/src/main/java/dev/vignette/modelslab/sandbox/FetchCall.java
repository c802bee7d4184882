package dev.vignette.modelslab.sandbox;

import dev.vignette.sandbox.Faults;
import dev.vignette.sandbox.Handler;
import dev.vignette.sandbox.Reply;
import dev.vignette.sandbox.Request;
import java.time.Duration;
import java.util.Optional;

/**
 * Shows how a job stands.
 *
 * @param jobs the jobs
 * @param faults what is armed
 */
record FetchCall(HeadshotJobs jobs, Faults faults) implements Handler {

    @Override
    public Reply answer(Request request) {
        if (faults.strikes(ModelsLabFault.TRY_AGAIN_ON_FETCH)) {
            return HeadshotAnswers.tryAgain();
        }
        if (faults.strikes(ModelsLabFault.FETCH_SERVER_ERROR)) {
            return HeadshotAnswers.error(503, "Service temporarily unavailable.");
        }
        if (faults.strikes(ModelsLabFault.FETCH_QUEUE_FULL)) {
            return HeadshotAnswers.queueFull(Duration.ofSeconds(1));
        }
        Optional<HeadshotJob> job = jobs.find(request.variable("id"));
        if (job.isEmpty() || faults.strikes(ModelsLabFault.LOST_JOB)) {
            return HeadshotAnswers.error(404, "The job does not exist or is not queued");
        }
        if (!jobs.isDone(job.get())) {
            return HeadshotAnswers.running();
        }
        return job.get().fails()
                ? HeadshotAnswers.failed(job.get())
                : HeadshotAnswers.success(job.get(), false);
    }
}
