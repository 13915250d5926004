package penumbra.run.landscape;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Keeps this process to its share of the processor, from its start on and with all of its threads:
/// whoever loads libtorch first rests a while before the first node.
///
/// @param duty how much that is
public record ProcessorShare(DutyCycle duty) {

    /// Rests as long as is due now, and at least as long as that.
    public void rest(Duration least) throws InterruptedException {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Duration worked = Duration.ofNanos(system.getProcessCpuTime());
        Duration elapsed = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        Duration due = duty.rest(worked, elapsed);
        Duration rest = due.compareTo(least) > 0 ? due : least;
        new CountDownLatch(1).await(rest.toNanos(), TimeUnit.NANOSECONDS);
    }
}
