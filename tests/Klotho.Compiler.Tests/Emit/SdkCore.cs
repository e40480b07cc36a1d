namespace Klotho.Compiler.Tests.Emit;

/// <summary>The part of Pulumi's core SDK that emitted programs use, with the conversions and overloads of the real one.</summary>
internal static class SdkCore
{
    public const string Text = """
        #nullable enable
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        namespace Pulumi
        {
            public class Input<T>
            {
                public static implicit operator Input<T>(T value) => null!;
                public static implicit operator Input<T>(Output<T> value) => null!;
            }

            public sealed class InputUnion<T0, T1> : Input<Union<T0, T1>>
            {
                public static implicit operator InputUnion<T0, T1>(T0 value) => null!;
                public static implicit operator InputUnion<T0, T1>(T1 value) => null!;
                public static implicit operator InputUnion<T0, T1>(Output<T0> value) => null!;
                public static implicit operator InputUnion<T0, T1>(Output<T1> value) => null!;
            }

            public readonly struct Union<T0, T1> { }

            public sealed class Output<T>
            {
                public Output<U> Apply<U>(Func<T, U> func) => null!;
                public Output<U> Apply<U>(Func<T, Output<U>> func) => null!;
            }

            public static class Output
            {
                public static Output<string> Format(FormattableString text) => null!;
            }

            public sealed class InputList<T> : Input<System.Collections.Immutable.ImmutableArray<T>>, IEnumerable
            {
                public void Add(params Input<T>[] inputs) { }
                IEnumerator IEnumerable.GetEnumerator() => null!;
            }

            public sealed class InputMap<T> : Input<System.Collections.Immutable.ImmutableDictionary<string, T>>, IEnumerable
            {
                public void Add(string key, Input<T> value) { }
                public Input<T> this[string key] { set { } }
                IEnumerator IEnumerable.GetEnumerator() => null!;
            }

            public abstract class Archive { }
            public abstract class Asset { }
            public sealed class FileArchive(string path) : Archive { public string Path => path; }
            public sealed class FileAsset(string path) : Asset { public string Path => path; }

            public abstract class ResourceArgs { }
            public abstract class InvokeArgs { }

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
            }

            public sealed class CustomResourceOptions : ResourceOptions
            {
                public string? ImportId { get; set; }
            }
            public sealed class ComponentResourceOptions : ResourceOptions { }

            public abstract class Resource
            {
                public string GetResourceName() => "";
                public string GetResourceType() => "";
                public Output<string> Urn => null!;
            }

            public class CustomResource : Resource
            {
                public CustomResource(string name, ResourceArgs? args, CustomResourceOptions? options) { }
                public Output<string> Id => null!;
            }

            public class ProviderResource(string name, ResourceArgs? args, CustomResourceOptions? options) : CustomResource(name, args, options) { }

            public class ComponentResource : Resource
            {
                public ComponentResource(string type, string name, ComponentResourceOptions? options = null) { }
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
                public string? Get(string key) => null;
                public string Require(string key) => "";
                public Output<string> RequireSecret(string key) => null!;
            }

            public interface IDeployment
            {
                string StackName { get; }
            }

            public sealed class DeploymentInstance : IDeployment
            {
                public string StackName => "";
            }

            public class Deployment
            {
                public static DeploymentInstance Instance => null!;
                public static Task<int> RunAsync(Action action) => null!;
                public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => null!;
                public static Task<int> RunAsync(Func<Task> func) => null!;
                public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => null!;
            }
        }
        """;
}
