using Klotho;
using Klotho.Wiring;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds Klotho to an application.</summary>
public static class KlothoHostBuilderExtensions
{
    /// <summary>
    /// Registers what the application's annotations declare: in memory by default, in files where <c>Klotho:Data</c>
    /// names a directory.
    /// </summary>
    /// <exception cref="InvalidOperationException"><c>Klotho:Unit</c> names a unit that no annotation declares.</exception>
    public static TBuilder AddKlotho<TBuilder>(this TBuilder builder, Action<KlothoOptions>? configure = null)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddKlotho(KlothoModules.Find(builder.Environment.ApplicationName), configure);
    }

    /// <summary>Registers what <paramref name="module"/> declares.</summary>
    /// <exception cref="InvalidOperationException"><c>Klotho:Unit</c> names a unit that the module does not declare.</exception>
    public static TBuilder AddKlotho<TBuilder>(this TBuilder builder, KlothoModule? module, Action<KlothoOptions>? configure = null)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        KlothoRegistration.Register(builder, module?.Declarations ?? [], configure);
        return builder;
    }
}
