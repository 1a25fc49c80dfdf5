package net.coreserver.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes from page to page as the links lead. */
public final class Walk {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");

    private Walk() {}

    /** Where the link of a page leads. */
    public static Optional<String> next(Response page) {
        return Optional.ofNullable(page.header("Link")).map(link -> {
            Matcher matcher = NEXT.matcher(link);
            assertThat(matcher.matches()).as(link).isTrue();
            return matcher.group(1);
        });
    }

    /** The names on every page, from the first on. */
    public static List<List<String>> pages(String first) {
        List<List<String>> pages = new ArrayList<>();
        for (Optional<String> url = Optional.of(first); url.isPresent(); ) {
            Response page = ApiTest.get(url.get());
            pages.add(ApiTest.names(page));
            url = next(page);
        }
        return pages;
    }
}
