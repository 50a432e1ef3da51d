package dev.bellwether.renewal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the renewal-service looks at contracts. */
@ConfigMapping(prefix = "bellwether.renewal")
public interface RenewalSettings {

    /** Days of an account that names no time zone are counted in this one; an IANA name. */
    @WithDefault("UTC")
    ZoneId zone();

    /**
     * How long after a contract's last event nothing is told while the account's name, owner or score are not known:
     * they often come a moment later, by other events. Longer than the health-service lets a new account settle (5
     * seconds of quiet), with time for a sweep and the way here; accounts of which all is known never wait.
     */
    @WithDefault("15s")
    Duration settle();

    /** Facts dated further in the future than this are dead letters: as the newest word they would outrank all others. */
    @WithDefault("10m")
    Duration futureTolerance();

    /** How often the sweep asks which accounts are due for a look. Read at start. */
    @WithDefault("5s")
    Duration sweepEvery();

    /** How often what the metrics tell of all contracts is counted, by every instance. Read at start. */
    @WithDefault("60s")
    Duration censusEvery();

    /** Most accounts looked at in one transaction of the sweep, 1 or more. */
    @WithDefault("200")
    int sweepPage();

    /** How long the sweep leaves an account alone whose look failed. */
    @WithDefault("1h")
    Duration sweepPostpone();

    /** From how many days before its decision date a term is on the today list. */
    @WithDefault("120")
    int todayAhead();

    /**
     * Worth of one whole unit of a currency in the company's own, by ISO 4217 code, for the order of the today list alone:
     * amounts are never converted. A currency that is not named counts 1.
     */
    Map<String, BigDecimal> rates();

    /** E-mail of who is told when a call and the figures lie far apart; alert-service's fallback while none is named. */
    Optional<String> manager();

    /** File with the playbook, YAML; the one that is shipped when none is named. Read and checked at start. */
    Optional<Path> playbook();

    /** Ends of terms that lie further back than this are noted but not told: imported history stays quiet. Whole days. */
    @WithDefault("90d")
    Duration news();

    /** The causes of which one is named when a customer is lost: a closed list, so that losses can be counted by it. */
    @WithDefault("missing-feature,bugs,support,price,no-need,competitor,champion-left,out-of-business,other")
    List<String> causes();
}
