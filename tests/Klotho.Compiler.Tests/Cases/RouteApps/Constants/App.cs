namespace ConstantApp;

public static class App
{
    private const string Version = "v1";
    private const int Two = 2;
    private static readonly string Prefix = "/readonly";
    private static readonly string Composed = Prefix + "/" + Version;
    private static readonly string[] Verbs = ["GET", "POST"];

    private static string Property => "/property";

    private static string Initialised { get; } = "/initialised";

    public static IHost Build(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        const string local = "/local";
        var single = "/single";
        app.MapGet($"/{Version}/{nameof(App)}", () => "interpolated constants");
        app.MapGet("/plus" + "/" + Version, () => "concatenated");
        app.MapGet(Routes.Items, () => "constant of another class");
        app.MapGet(Routes.Item, () => "constant of constants");
        app.MapGet(Routes.Nested.Deep, () => "nested");
        app.MapGet(Prefix, () => "static readonly");
        app.MapGet(Composed, () => "composed");
        app.MapGet($"{Prefix}/{Two}", () => "a number");
        app.MapGet($"{Prefix}/{{id}}", (string id) => id);
        app.MapGet(Property, () => "property");
        app.MapGet(Initialised, () => "property that is set once");
        app.MapGet(local, () => "constant local");
        app.MapGet(single, () => "local that is set once");
        app.MapGet(single + "/" + nameof(single), () => "local and nameof");
        app.MapGet("""/raw/{id}""", (string id) => id);
        app.MapGet(@"/verbatim/{id:regex(^\d+$)}", (string id) => id);
        app.MapGet($$"""/raw/{{Version}}/{id}""", (string id) => id);
        app.MapGet(string.Empty, () => "empty");
        app.MapMethods("/verbs", Verbs, () => "verbs");
        app.MapGroup(Routes.Items).MapGroup(Prefix).MapGet(nameof(Version), () => "groups");
        app.MapGet((Version), () => "parentheses");
        app.MapGet(Two > 1 ? "/folded" : "/not", () => "a constant condition");
        return app;
    }
}

public static class Routes
{
    public const string Items = "/items";
    public const string Item = Items + "/{id:int}";

    public static class Nested
    {
        public const string Deep = $"{Items}/deep";
    }
}
