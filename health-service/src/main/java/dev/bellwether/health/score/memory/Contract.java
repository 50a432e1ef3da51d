package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a contract as of a day.
 *
 * @param endsOn last day of the term
 */
public record Contract(
        String contractId,
        @Nullable ContractKind kind,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Integer noticeDays,
        @Nullable Boolean autoRenew,
        List<ContractLine> lines,
        @Nullable String currency,
        @Nullable ContractStatus status,
        @Nullable LocalDate cancelledOn) {

    public Contract {
        lines = List.copyOf(lines);
    }

    static final Fold<ContractChanged, Contract> FOLD = new Fold<>() {

        @Override
        public String idOf(ContractChanged version) {
            return version.contractId();
        }

        @Override
        public Contract fold(String id, List<ContractChanged> versions) {
            List<ContractLine> lines = Fold.newest(versions, ContractChanged::lines);
            return new Contract(
                    id,
                    Fold.newest(versions, ContractChanged::kind),
                    Fold.newest(versions, ContractChanged::startsOn),
                    Fold.newest(versions, ContractChanged::endsOn),
                    Fold.newest(versions, ContractChanged::noticeDays),
                    Fold.newest(versions, ContractChanged::autoRenew),
                    lines != null ? lines : List.of(),
                    Fold.newest(versions, ContractChanged::currency),
                    Fold.newest(versions, ContractChanged::status),
                    cancelledOn(versions));
        }

        /** A day of cancellation from before the contract was taken up again is forgotten. */
        private static @Nullable LocalDate cancelledOn(List<ContractChanged> versions) {
            for (ContractChanged version : versions.reversed()) {
                if (version.status() == ContractStatus.ACTIVE || version.status() == ContractStatus.DRAFT) {
                    return null;
                }
                if (version.cancelledOn() != null) {
                    return version.cancelledOn();
                }
            }
            return null;
        }
    };
}
