package org.natter.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a failed start which keys are missing, in their one line instead of a page of stack trace. */
final class UnreadableKeysAnalyzer extends AbstractFailureAnalyzer<UnreadableKeys> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnreadableKeys cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
