using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Klotho.Emit;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>Trimming and native code are refused where the code shows that it would break, and only there.</summary>
public sealed class PublishTests
{
    private const string Units = """

        [ExecUnit("mailer")]
        public sealed class Mailer([Persist("mails")] IKeyValueStore<Mail> mails)
        {
            [Schedule("daily", "0 6 * * *")]
            public async Task Run(CancellationToken cancel) => await mails.PutAsync("x", new("y"), cancel: cancel);
        }

        public sealed record Mail(string Text);

        """;

    private const string Listed = """
        [System.Text.Json.Serialization.JsonSerializable(typeof(Mail))]
        public partial class Payloads(System.Text.Json.JsonSerializerOptions? options) : System.Text.Json.Serialization.JsonSerializerContext(options)
        {
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
        }

        """;

    private const string Handed = "var builder = WebApplication.CreateBuilder(args);\n"
        + "builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, new Payloads(null)));\n"
        + "var app = builder.Build();\napp.MapGet(\"/mails\", (string name) => name);\napp.Run();\n";

    private const string Plain = "var app = WebApplication.CreateBuilder(args).Build();\napp.MapGet(\"/mails\", (string name) => name);\napp.Run();\n";

    [Fact]
    public void Code_that_allows_it_is_published_as_asked()
    {
        var result = Run(Handed + Units + Listed, "native_aot");

        Assert.DoesNotContain(result.Diagnostics.Items, found => !IsLibrary(found.Message));
    }

    [Fact]
    public void A_payload_that_only_reflection_can_write_is_named_with_the_line_of_the_directive_and_its_own()
    {
        var found = Assert.Single(Run(Plain + Units, "trimmed").Diagnostics.Items, found => !IsLibrary(found.Message));

        Assert.Equal("KL3040", found.Rule.Code.Value);
        Assert.Contains("Unit \"mailer\" can't be published as trimmed, because 'Mail' is written as JSON", found.Message);
        Assert.Equal(("klotho.yaml", 3), (found.Location.Path.Value, found.Location.Line));
        Assert.Equal("Program.cs", found.Locations[1].Path.Value);
    }

    [Fact]
    public void A_context_that_no_code_hands_to_the_options_is_named()
    {
        var found = Assert.Single(Run(Plain + Units + Listed, "native_aot").Diagnostics.Items, found => !IsLibrary(found.Message));

        Assert.Contains("no code hands 'Payloads', which lists it, to the options", found.Message);
    }

    [Fact]
    public void What_only_native_code_cannot_have_does_not_keep_code_from_being_trimmed()
    {
        const string Program = "_ = Array.CreateInstance(Type.GetType(\"System.Int32\") ?? typeof(int), 1);\n";

        Assert.DoesNotContain(Run(Program + Handed + Units + Listed, "trimmed").Diagnostics.Items, found => found.Message.Contains("CreateInstance", StringComparison.Ordinal));
        Assert.Contains(Run(Program + Handed + Units + Listed, "native_aot").Diagnostics.Items, found => found.Message.Contains("'Array.CreateInstance' is called", StringComparison.Ordinal));
    }

    [Fact]
    public void A_class_that_derives_from_such_a_one_is_in_the_way_where_it_stands()
    {
        var result = Run(Handed + Units + Listed + "public sealed class Names : System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver;\n", "trimmed");

        Assert.Contains(result.Diagnostics.Items, found => found.Message.Contains("'Names' derives from 'DefaultJsonTypeInfoResolver'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_database_context_is_such_a_class() => Assert.All(
        typeof(Microsoft.EntityFrameworkCore.DbContext).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
        constructor => Assert.NotNull(constructor.GetCustomAttribute<RequiresUnreferencedCodeAttribute>()));

    private static EmitResult Run(string program, string publish) =>
        EmitCase.RunText(program, $"execution_units:\n  mailer:\n    infra_params: {{publish: {publish}}}\n");

    private static bool IsLibrary(string message) => message.Contains("is not marked as trimmable", StringComparison.Ordinal);
}
