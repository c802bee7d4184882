package dev.vignette.engine.route;

import dev.vignette.engine.price.Purse;
import dev.vignette.generation.GenerationRequest;
import dev.vignette.generation.Production;
import dev.vignette.money.PriceList;
import dev.vignette.portrait.PortraitRequest;

/**
 * What a provider is sought for.
 *
 * @param client who asks
 * @param request what is to be made
 * @param pictures how many pictures are to be bought now, at least 1
 * @param purse what may be spent on them
 */
public record Demand(String client, PortraitRequest request, int pictures, Purse purse) {

    /** All of a request. */
    public static Demand of(String client, GenerationRequest request) {
        return new Demand(
                client, request.portrait(), request.portrait().count(), Purse.of(request.terms()));
    }

    /** So many of a production's pictures. */
    public static Demand of(Production production, int pictures, PriceList prices) {
        return new Demand(
                production.client(), production.request(), pictures, Purse.of(production, prices));
    }
}
