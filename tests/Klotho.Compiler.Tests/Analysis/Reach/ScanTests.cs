using Klotho.Compiler.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>A compiled library that looks for classes in an assembly may give them to any unit that calls a library.</summary>
public sealed class ScanTests
{
    private static readonly Lazy<MetadataReference> Mediator = new(() =>
    {
        using var image = new MemoryStream();
        Assert.True(App.Library("Mediator", """
            using Microsoft.Extensions.DependencyInjection;
            namespace Mediator;
            public interface IHandler<T> { System.Threading.Tasks.Task Handle(T request); }
            public interface ISender { System.Threading.Tasks.Task Send<T>(T request); }
            public static class Registration
            {
                public static void AddHandlers(this IServiceCollection services, System.Reflection.Assembly assembly) { }
                public static void AddHandlersFromAssemblyContaining<T>(this IServiceCollection services) { }
            }
            """).Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    });

    [Theory]
    [InlineData("builder.Services.AddHandlers(typeof(Drop).Assembly);", "sender.Send(new Drop())", "DeleteAsync")]
    [InlineData("builder.Services.AddHandlersFromAssemblyContaining<Drop>();", "sender.Send(new Drop())", "DeleteAsync")]
    [InlineData("builder.Services.AddTransient<IHandler<Drop>, DropHandler>();", "sender.Send(new Drop())", "DeleteAsync")]
    [InlineData("builder.Services.AddHandlers(typeof(Drop).Assembly);", "Task.CompletedTask", "")]
    public void The_unit_is_given_what_was_found(string registration, string body, string operations)
    {
        var compilation = App.Unchecked([("Program.cs", $$"""
            using Mediator;
            var builder = WebApplication.CreateBuilder(args);
            {{registration}}
            builder.Build().Run();
            public sealed record Drop;
            public sealed class DropHandler([Persist("s")] IBlobStore store) : IHandler<Drop> { public async Task Handle(Drop request) => await store.DeleteAsync("a"); }
            [ExecUnit("nightly")] public sealed class Nightly(ISender sender) { [Schedule("each-night", "0 3 * * *")] public Task Run(CancellationToken cancel) => {{body}}; public ISender Sender => sender; }
            """)]).AddReferences(Mediator.Value);
        Assert.Empty(compilation.GetDiagnostics().Where(each => each.Severity == DiagnosticSeverity.Error));

        var result = App.Analyze(compilation);

        Assert.Equal(operations, string.Join(' ', result.Graph.Edges.Items.Where(edge => edge.From.Name == "nightly" && edge.To.Name == "s")
            .SelectMany(edge => edge.Operations.Items).Select(operation => operation.Name.Split('.')[1])));
        Assert.Equal(registration.Contains("AddHandlers", StringComparison.Ordinal) && operations.Length > 0, result.Diagnostics.Items.Any(each => each.Rule.Code.Value == "KL1072" && each.Message.Contains("nightly", StringComparison.Ordinal)));
    }
}
