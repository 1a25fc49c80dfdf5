package net.coreserver.api.http;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods there are at which paths: the annotations of the resources, read once more, for the {@code Allow} of a 405. */
@Singleton
final class ResourceMethods {

    private record Route(String template, Pattern path, String method) {}

    private final List<Route> routes = new ArrayList<>();

    ResourceMethods(BeanManager beans) {
        for (var bean : beans.getBeans(Object.class)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                addRoutes(bean.getBeanClass(), root.value());
            }
        }
    }

    private void addRoutes(Class<?> resource, String root) {
        for (Method method : resource.getDeclaredMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    Path path = method.getAnnotation(Path.class);
                    String template = (path == null ? root : root + '/' + path.value()).replaceAll("/+", "/");
                    routes.add(new Route(template, pattern(template), verb.value()));
                }
            }
        }
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+") + "/?");
    }

    /** The templates of all paths. */
    @Produces
    @Singleton
    PathTemplates templates() {
        return new PathTemplates(routes.stream().map(Route::template).toList());
    }

    /** The methods at a path, in alphabetical order; none where there is no resource. */
    Set<String> at(String path) {
        Set<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (route.path().matcher(path).matches()) {
                methods.add(route.method());
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }
}
