package dev.vignette.tck.memory;

import dev.vignette.store.SendMark;
import dev.vignette.tck.store.SendMarkContract;

final class MemorySendMarkTest implements SendMarkContract {
    private final MemorySendMark mark = new MemorySendMark();

    @Override
    public SendMark mark() {
        return mark;
    }
}
