namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>Ways of a resource out of dependency injection.</summary>
internal static class RegistrationProductions
{
    public static IReadOnlyList<Production> All { get; } =
    [
        .. Production.Of("service location",
            "⇒provider.GetRequiredKeyedService<$R>(\"s$c\")", "⇒provider.GetKeyedService<$R>(Key$n)!‖const string Key$n = \"s$c\";", "⇒(($R)provider.GetRequiredKeyedService(typeof($R), \"s$c\"))",
            "using var scope$n = provider.CreateScope();⇒scope$n.ServiceProvider.GetRequiredKeyedService<$R>(\"s$c\")", "await using var scope$n = provider.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();⇒scope$n.ServiceProvider.GetRequiredKeyedService<$R>(\"s$c\")",
            "⇒provider.GetRequiredKeyedService<$R>(string.Concat(\"s\", \"$c\"))", "⇒Get$n<$R>(provider)‖static T Get$n<T>(IServiceProvider p) where T : notnull => p.GetRequiredKeyedService<T>(\"s$c\");", "⇒provider.GetKeyedServices<$R>(\"s$c\").First()",
            "services.AddSingleton<I$n, H$n>();⊢⊢⇒provider.GetRequiredService<I$n>().Value‖$H", "services.AddSingleton<I$n, H$n>();⊢⊢⇒((I$n)provider.GetService(typeof(I$n))!).Value‖$H", "services.AddSingleton<I$n, H$n>();⊢⊢⇒provider.GetServices<I$n>().First().Value‖$H"),
        .. Production.Of("registrations of types",
            "services.AddSingleton<I$n, H$n>();⊢I$n i$n⊢⇒i$n.Value‖$H", "services.AddScoped<H$n>();⊢H$n i$n⊢⇒i$n.Value‖$H", "services.AddTransient(typeof(I$n), typeof(H$n));⊢I$n i$n⊢⇒i$n.Value‖$H", "services.TryAddSingleton<I$n, H$n>();⊢I$n i$n⊢⇒i$n.Value‖$H",
            "services.TryAddEnumerable(ServiceDescriptor.Singleton<I$n, H$n>());⊢IEnumerable<I$n> i$n⊢⇒i$n.First().Value‖$H", "services.AddSingleton<I$n, O$n>(); services.Replace(ServiceDescriptor.Singleton<I$n, H$n>());⊢I$n i$n⊢⇒i$n.Value‖$H public sealed class O$n : I$n { public $R Value => Other; }",
            "services.Add(new ServiceDescriptor(typeof(I$n), typeof(H$n), ServiceLifetime.Singleton));⊢I$n i$n⊢⇒i$n.Value‖$H", "services.Add(ServiceDescriptor.Describe(typeof(I$n), typeof(H$n), ServiceLifetime.Scoped));⊢I$n i$n⊢⇒i$n.Value‖$H",
            "foreach (var type in new[] { typeof(H$n) }) services.AddSingleton(type.GetInterfaces()[0], type);⊢I$n i$n⊢⇒i$n.Value‖$H", "services.AddSingleton<I$n>(new H$n());⊢I$n i$n⊢⇒i$n.Give(provider)‖public interface I$n { $R Give(IServiceProvider p); } public sealed class H$n : I$n { public $R Give(IServiceProvider p) => p.GetRequiredKeyedService<$R>(\"s$c\"); }",
            "services.AddSingleton<B$n, D$n>();⊢B$n i$n⊢⇒i$n.Value‖public abstract class B$n { public abstract $R Value { get; } } public sealed class D$n([$A] $R r) : B$n { public override $R Value => r; }", "services.AddSingleton<D$n>();⊢D$n i$n⊢⇒i$n.Value‖public class D$n { readonly $R r; public D$n([$A] $R r) => this.r = r; public D$n(string none) => r = Other; public $R Value => r; }",
            "services.AddSingleton<I$n, H$n>();⊢I$n i$n⊢⇒i$n.Value‖$H public sealed class O$n([$A] $R r) : I$n { public $R Value { get { Console.WriteLine((object)r); return r; } } }",
            "services.AddSingleton<O$n>(); Add$n<H$n>(services);⊢I$n i$n⊢⇒i$n.Value‖$H public sealed class O$n : I$n { public $R Value => Other; } static void Add$n<T>(IServiceCollection s) where T : class, I$n => s.AddSingleton<I$n, T>();",
            "services.AddSingleton<O$n>(); new K$n().Add(services);⊢I$n i$n⊢⇒i$n.Value‖$H public sealed class O$n : I$n { public $R Value => Other; } class B$n<T> where T : class, I$n { public void Add(IServiceCollection s) => s.AddSingleton<I$n, T>(); } class K$n : B$n<H$n>;"),
        .. Production.Of("keyed services",
            "services.AddKeyedSingleton<I$n, H$n>(\"k\");⊢[FromKeyedServices(\"k\")] I$n i$n⊢⇒i$n.Value‖$H", "services.AddKeyedScoped<I$n>(\"k\", (p, key) => new H$n(p.GetRequiredKeyedService<$R>(\"s$c\")));⊢[FromKeyedServices(\"k\")] I$n i$n⊢⇒i$n.Value‖$P",
            "services.AddKeyedSingleton<I$n>(KeyedService.AnyKey, (p, key) => new H$n(p.GetRequiredKeyedService<$R>(key)));⊢[FromKeyedServices(\"s$c\")] I$n i$n⊢⇒i$n.Value‖$P", "services.AddKeyedTransient<I$n, H$n>(1);⊢⊢⇒provider.GetRequiredKeyedService<I$n>(1).Value‖$H"),
        .. Production.Of("factories",
            "services.AddSingleton<I$n>(p => new H$n(p.GetRequiredKeyedService<$R>(\"s$c\")));⊢I$n i$n⊢⇒i$n.Value‖$P", "services.AddSingleton<I$n>(Make$n);⊢I$n i$n⊢⇒i$n.Value‖$P static I$n Make$n(IServiceProvider p) => new H$n(p.GetRequiredKeyedService<$R>(\"s$c\"));",
            "Func<IServiceProvider, I$n> make$n = p => new H$n(p.GetRequiredKeyedService<$R>(\"s$c\")); services.AddSingleton(make$n);⊢I$n i$n⊢⇒i$n.Value‖$P", "I$n Make$n(IServiceProvider p) => new H$n(p.GetRequiredKeyedService<$R>(\"s$c\")); services.TryAddScoped(Make$n);⊢I$n i$n⊢⇒i$n.Value‖$P",
            "services.Add(ServiceDescriptor.Singleton<I$n>(p => new H$n(p.GetRequiredKeyedService<$R>(\"s$c\"))));⊢I$n i$n⊢⇒i$n.Value‖$P", "services.Add(new ServiceDescriptor(typeof(I$n), p => new H$n(p.GetRequiredKeyedService<$R>(\"s$c\")), ServiceLifetime.Transient));⊢I$n i$n⊢⇒i$n.Value‖$P",
            "services.Insert(0, ServiceDescriptor.Singleton<I$n>(p => new H$n(p.GetRequiredKeyedService<$R>(\"s$c\"))));⊢I$n i$n⊢⇒i$n.Value‖$P", "Own$n.Add(services);⊢I$n i$n⊢⇒i$n.Value‖$P public static class Own$n { static readonly Func<IServiceProvider, I$n> Make = p => new H$n(p.GetRequiredKeyedService<$R>(\"s$c\")); public static void Add(IServiceCollection s) => s.AddScoped<I$n>(Make); }",
            "services.AddSingleton<Func<I$n>>(p => () => new H$n(p.GetRequiredKeyedService<$R>(\"s$c\")));⊢Func<I$n> i$n⊢⇒i$n().Value‖$P", "services.AddSingleton<Lazy<I$n>>(p => new(() => p.GetRequiredService<I$n>())); services.AddSingleton<I$n, H$n>();⊢Lazy<I$n> i$n⊢⇒i$n.Value.Value‖$H",
            "services.AddSingleton<H$n>(); services.AddSingleton<I$n>(p => p.GetRequiredService<H$n>());⊢I$n i$n⊢⇒i$n.Value‖$H", "services.AddSingleton<Make$n>(p => () => p.GetRequiredKeyedService<$R>(\"s$c\"));⊢Make$n i$n⊢⇒i$n()‖public delegate $R Make$n();",
            "services.AddSingleton<Func<$R>>(p => () => p.GetRequiredKeyedService<$R>(\"s$c\"));⊢Func<$R> i$n⊢⇒i$n()", "services.AddSingleton<Lazy<$R>>(p => new(() => p.GetRequiredKeyedService<$R>(\"s$c\")));⊢Lazy<$R> i$n⊢⇒i$n.Value", "services.AddSingleton(p => p.GetRequiredKeyedService<$R>(\"s$c\"));⊢$R i$n⊢⇒i$n"),
        .. Production.Of("open generics",
            "services.AddSingleton(typeof(G$n<>), typeof(K$n<>));⊢G$n<int> i$n⊢⇒i$n.Value‖public interface G$n<T> { $R Value { get; } } public sealed class K$n<T>([$A] $R r) : G$n<T> { public $R Value => r; }", "services.TryAddScoped(typeof(K$n<>));⊢K$n<string> i$n⊢⇒i$n.Value‖public sealed class K$n<T>([$A] $R r) { public $R Value => r; }",
            "services.Add(ServiceDescriptor.Transient(typeof(G$n<>), typeof(K$n<>)));⊢⊢⇒provider.GetRequiredService<G$n<int>>().Value‖public interface G$n<T> { $R Value { get; } } public sealed class K$n<T>([$A] $R r) : G$n<T> { public $R Value => r; }"),
        .. Production.Of("decorators by hand",
            "services.AddSingleton<H$n>(); services.AddSingleton<I$n>(p => new D$n(p.GetRequiredService<H$n>()));⊢I$n i$n⊢⇒i$n.Value‖$H public sealed class D$n(I$n inner) : I$n { public $R Value => inner.Value; }", "services.AddKeyedSingleton<I$n, H$n>(\"in\"); services.AddSingleton<I$n, D$n>();⊢I$n i$n⊢⇒i$n.Value‖$H public sealed class D$n([FromKeyedServices(\"in\")] I$n inner) : I$n { public $R Value => inner.Value; }",
            "services.AddSingleton<I$n, H$n>(); var old$n = services.Last(); services.Remove(old$n); services.AddSingleton<I$n>(p => new D$n((I$n)ActivatorUtilities.CreateInstance(p, old$n.ImplementationType!)));⊢I$n i$n⊢⇒i$n.Value‖$H public sealed class D$n(I$n inner) : I$n { public $R Value => inner.Value; }"),
        .. Production.Of("ActivatorUtilities",
            "⇒ActivatorUtilities.CreateInstance<H$n>(provider).Value‖$H", "⇒((H$n)ActivatorUtilities.CreateInstance(provider, typeof(H$n))).Value‖$H", "⇒ActivatorUtilities.GetServiceOrCreateInstance<H$n>(provider).Value‖$H", "⇒((I$n)ActivatorUtilities.CreateFactory(typeof(H$n), [])(provider, [])).Value‖$H",
            "⇒ActivatorUtilities.CreateInstance<K$n>(provider, s).Value‖public sealed class K$n($R r) { public $R Value => r; }"),
        .. Production.Of("options and typed clients",
            "services.AddOptions<P$n>().Configure<H$n>((o, h) => o.R = h.Value); services.AddSingleton<H$n>();⊢Microsoft.Extensions.Options.IOptions<P$n> i$n⊢⇒i$n.Value.R‖$H public sealed class P$n { public $R R { get; set; } = null!; }",
            "services.AddHttpClient<H$n>();⊢H$n i$n⊢⇒i$n.Value‖public sealed class H$n(HttpClient http, [$A] $R r) { public $R Value => http is null ? Other : r; }"),
    ];

    /// <summary>Operations that what is registered does.</summary>
    public static IReadOnlyList<Production> Operations { get; } =
    [
        .. Production.Of("services of compiled types",
            "services.AddSingleton<IComparer<int>, H$n>();⊢IComparer<int> i$n⊢i$n.Compare(1, 2);‖public sealed class H$n([$A] $R r) : IComparer<int> { public int Compare(int x, int y) { _ = r.$o; return 0; } }",
            "services.AddSingleton<IObserver<int>>(p => new H$n(p.GetRequiredKeyedService<$R>(\"s$c\")));⊢IObserver<int> i$n⊢i$n.OnCompleted();‖public sealed class H$n($R r) : IObserver<int> { public void OnCompleted() => _ = r.$o; public void OnError(Exception e) { } public void OnNext(int n) { } }",
            "services.AddSingleton(typeof(IEqualityComparer<>), typeof(H$n<>));⊢⊢provider.GetRequiredService<IEqualityComparer<string>>().GetHashCode(\"\");‖public sealed class H$n<T>([$A] $R r) : IEqualityComparer<T> { public bool Equals(T? x, T? y) => true; public int GetHashCode(T x) { _ = r.$o; return 0; } }",
            "services.Add(ServiceDescriptor.Singleton<IProgress<int>, H$n>());⊢IEnumerable<IProgress<int>> i$n⊢i$n.Last().Report(1);‖public sealed class H$n([$A] $R r) : IProgress<int> { public void Report(int n) => _ = r.$o; }",
            "services.AddOptions<P$n>(); services.AddSingleton<Microsoft.Extensions.Options.IConfigureOptions<P$n>, C$n>();⊢Microsoft.Extensions.Options.IOptions<P$n> i$n⊢_ = i$n.Value;‖public sealed class P$n; public sealed class C$n([$A] $R r) : Microsoft.Extensions.Options.IConfigureOptions<P$n> { public void Configure(P$n p) => _ = r.$o; }",
            "services.AddOptions<P$n>().Configure<IServiceProvider>((o, p) => _ = p.GetRequiredKeyedService<$R>(\"s$c\").$o);⊢Microsoft.Extensions.Options.IOptions<P$n> i$n⊢_ = i$n.Value;‖public sealed class P$n;",
            "services.AddTransient<M$n>(); services.AddHttpClient(\"c$n\").AddHttpMessageHandler<M$n>();⊢IHttpClientFactory i$n⊢await i$n.CreateClient(\"c$n\").GetAsync(\"http://nowhere/\");‖public sealed class M$n([$A] $R r) : DelegatingHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage q, CancellationToken c) { _ = r.$o; return Task.FromResult(new HttpResponseMessage()); } }",
            "services.AddHttpClient(\"c$n\").AddHttpMessageHandler(p => new M$n(p.GetRequiredKeyedService<$R>(\"s$c\")));⊢IHttpClientFactory i$n⊢await i$n.CreateClient(\"c$n\").GetAsync(\"http://nowhere/\");‖public sealed class M$n($R r) : DelegatingHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage q, CancellationToken c) { _ = r.$o; return Task.FromResult(new HttpResponseMessage()); } }",
            "services.AddSingleton<IObserver<string>, H$n>(); services.AddSingleton<I$n, K$n>();⊢I$n i$n⊢i$n.Go();‖public interface I$n { void Go(); } public sealed class K$n(IServiceProvider p) : I$n { public void Go() => p.GetServices<IObserver<string>>().Last().OnCompleted(); } public sealed class H$n([$A] $R r) : IObserver<string> { public void OnCompleted() => _ = r.$o; public void OnError(Exception e) { } public void OnNext(string n) { } }"),
        .. Production.Of("registrations of types",
            "services.AddScoped<I$n, H$n>();⊢⊢using (var scope$n = provider.CreateScope()) { scope$n.ServiceProvider.GetRequiredService<I$n>(); }‖public interface I$n; public sealed class H$n([$A] $R r) : I$n, IDisposable { public void Dispose() => _ = r.$o; }",
            "services.AddSingleton<I$n, H$n>(); services.AddSingleton<I$n, O$n>();⊢IEnumerable<I$n> i$n⊢foreach (var x in i$n) x.Go();‖public interface I$n { void Go(); } public sealed class O$n : I$n { public void Go() { } } public sealed class H$n([$A] $R r) : I$n { public void Go() => _ = r.$o; }"),
        .. Production.Of("inheritance and interfaces",
            "Kept$n.One = new H$n();⊢⊢Kept$n.R = $e; Kept$n.One.Go();‖public static class Kept$n { public static I$n One = null!; public static $R R = null!; } public interface I$n { void Go(); } public sealed class H$n : I$n { public void Go() => _ = Kept$n.R.$o; }",
            "services.AddSingleton<I$n>(p => new H$n());⊢⊢Kept$n.R = $e; provider.GetRequiredService<I$n>().Go();‖public static class Kept$n { public static $R R = null!; } public interface I$n { void Go(); } public sealed class H$n : I$n { public void Go() => _ = Kept$n.R.$o; } public sealed class O$n : I$n { public void Go() { } }"),
        .. Production.Of("factories",
            "services.AddSingleton<Action>(p => () => _ = p.GetRequiredKeyedService<$R>(\"s$c\").$o);⊢Action i$n⊢i$n();", "services.AddKeyedSingleton<Action>(\"k$n\", (p, _) => () => _ = p.GetRequiredKeyedService<$R>(\"s$c\").$o);⊢[FromKeyedServices(\"k$n\")] Action i$n⊢i$n();"),
    ];
}
