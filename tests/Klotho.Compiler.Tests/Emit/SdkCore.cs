namespace Klotho.Compiler.Tests.Emit;

/// <summary>
/// The part of Pulumi's core SDK that emitted programs use, with the conversions and overloads of the real one. Instead of
/// an engine it has <c>Recorder</c>: outputs have the values that it gives at once, and it keeps what is registered.
/// </summary>
internal static class SdkCore
{
    public const string Text = """
        #nullable enable
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Globalization;
        using System.Linq;
        using System.Threading.Tasks;

        namespace Pulumi
        {
            public static class Recorder
            {
                public static Func<string, string, Type, object?> Outputs = (_, _, _) => null;
                public static Func<string, Type, object?> Results = (_, _) => null;
                public static Dictionary<string, string> Settings = [];
                public static List<(string Type, string Name, object? Args, ResourceOptions? Options)> Registered = [];
                public static IDictionary<string, object?>? StackOutputs;
                public static List<ResourceTransformation> Transformations = [];
            }

            public interface IBoxed
            {
                object? Boxed { get; }
            }

            public class Input<T> : IBoxed
            {
                public virtual object? Boxed { get; init; }
                public static implicit operator Input<T>(T value) => new() { Boxed = value };
                public static implicit operator Input<T>(Output<T> value) => new() { Boxed = value.Boxed };
            }

            public sealed class InputUnion<T0, T1> : Input<Union<T0, T1>>
            {
                public static implicit operator InputUnion<T0, T1>(T0 value) => new() { Boxed = value };
                public static implicit operator InputUnion<T0, T1>(T1 value) => new() { Boxed = value };
                public static implicit operator InputUnion<T0, T1>(Output<T0> value) => new() { Boxed = value.Boxed };
                public static implicit operator InputUnion<T0, T1>(Output<T1> value) => new() { Boxed = value.Boxed };
            }

            public readonly struct Union<T0, T1> { }

            public sealed class Output<T>(T value) : IBoxed
            {
                public object? Boxed => value;
                public Output<U> Apply<U>(Func<T, U> func) => new(func(value));
                public Output<U> Apply<U>(Func<T, Output<U>> func) => func(value);
            }

            public static class Output
            {
                public static Output<string> Format(FormattableString text) => new(string.Format(
                    CultureInfo.InvariantCulture, text.Format, text.GetArguments().Select(part => part is IBoxed boxed ? boxed.Boxed : part).ToArray()));
            }

            public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable
            {
                private readonly List<object?> items = [];
                private object? whole;
                public override object? Boxed => whole ?? items;
                public void Add(params Input<T>[] inputs) => items.AddRange(inputs.Select(input => input.Boxed));
                public static implicit operator InputList<T>(Output<ImmutableArray<T>> value) => new() { whole = value.Boxed };
                IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
            }

            public sealed class InputMap<T> : Input<ImmutableDictionary<string, T>>, IEnumerable
            {
                private readonly Dictionary<string, object?> items = [];
                private object? whole;
                public override object? Boxed => whole ?? items;
                public void Add(string key, Input<T> value) => items.Add(key, value.Boxed);
                public Input<T> this[string key] { set => items[key] = value.Boxed; }
                public static implicit operator InputMap<T>(Output<ImmutableDictionary<string, T>> value) => new() { whole = value.Boxed };
                IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
            }

            public abstract class Archive { }
            public abstract class Asset { }
            public sealed class FileArchive(string path) : Archive { public override string ToString() => "archive " + path; }
            public sealed class FileAsset(string path) : Asset { public override string ToString() => "asset " + path; }

            public abstract class ResourceArgs { }
            public abstract class InvokeArgs { }

            [AttributeUsage(AttributeTargets.Property)]
            public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
            {
                public string Name => name;
                public bool Required => required;
                public bool Json => json;
            }

            public abstract class ResourceOptions
            {
                public Resource? Parent { get; set; }
                public InputList<Resource> DependsOn { get; set; } = new();
                public bool? Protect { get; set; }
                public bool? RetainOnDelete { get; set; }
                public List<string> IgnoreChanges { get; set; } = [];
                public ProviderResource? Provider { get; set; }
                public List<Input<Alias>> Aliases { get; set; } = [];
            }

            public sealed class Alias
            {
                public Input<string>? Name { get; set; }
                public override string ToString() => "" + Name?.Boxed;
            }

            public sealed class CustomResourceOptions : ResourceOptions
            {
                public string? ImportId { get; set; }
            }
            public sealed class ComponentResourceOptions : ResourceOptions { }

            public abstract class Resource
            {
                private readonly string type;
                private readonly string name;
                protected Resource(string type, string name, ResourceArgs? args, ResourceOptions? options)
                {
                    (this.type, this.name) = (type, name);
                    foreach (var transformation in Recorder.Transformations)
                    {
                        // Components have no arguments of their own.
                        if (args is not null && options is not null && transformation(new(this, args, options)) is { } result)
                        {
                            (args, options) = (result.Args, result.Options);
                        }
                    }

                    Recorder.Registered.Add((type, name, args, options));
                }
                public string GetResourceName() => name;
                public string GetResourceType() => type;
                public Output<string> Urn => Out<string>("urn");
                protected Output<T> Out<T>(string output) => new((T)Recorder.Outputs(name, output, typeof(T))!);
            }

            public class CustomResource : Resource
            {
                public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options) : base(type, name, args, options) { }
                public Output<string> Id => Out<string>("id");
            }

            public class ProviderResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options) : CustomResource(type, name, args, options) { }

            public class ComponentResource : Resource
            {
                public ComponentResource(string type, string name, ComponentResourceOptions? options = null) : base(type, name, null, options) { }
                protected void RegisterOutputs() { }
            }

            public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);
            public readonly record struct ResourceTransformationArgs(Resource Resource, ResourceArgs Args, ResourceOptions Options);
            public readonly record struct ResourceTransformationResult(ResourceArgs Args, ResourceOptions Options);

            public class StackOptions
            {
                public List<ResourceTransformation> ResourceTransformations { get; set; } = [];
            }

            public sealed class Config
            {
                public Config(string? name = null) { }
                public string? Get(string key) => Recorder.Settings.GetValueOrDefault(key);
                public string Require(string key) => Recorder.Settings[key];
                public Output<string> RequireSecret(string key) => new(Recorder.Settings[key]);
            }

            public interface IDeployment
            {
                string StackName { get; }
            }

            public sealed class DeploymentInstance : IDeployment
            {
                public string StackName => "test";
            }

            public class Deployment
            {
                public static DeploymentInstance Instance => new();
                public static Task<int> RunAsync(Action action) => throw new NotSupportedException();
                public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => throw new NotSupportedException();
                public static Task<int> RunAsync(Func<Task> func) => throw new NotSupportedException();
                public static async Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null)
                {
                    Recorder.Transformations = options?.ResourceTransformations ?? [];
                    Recorder.StackOutputs = await func();
                    return 0;
                }
            }
        }
        """;
}
